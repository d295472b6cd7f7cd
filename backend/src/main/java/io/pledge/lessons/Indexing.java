package io.pledge.lessons;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;

/**
 * Keeps the search index in line with the database, which is the truth. While the engine is away work waits; an index that is missing
 * (a new engine, lost data, a new layout) is built by itself.
 */
@Component
public class Indexing {
    private static final int BATCH = 500;

    private final IndexEngine engine;
    private final IndexWork work;
    private final IndexEntries entries;
    private final Rebuilds rebuilds;
    private final IndexBuilding building;

    Indexing(IndexEngine engine, IndexWork work, IndexEntries entries, Rebuilds rebuilds, IndexBuilding building) {
        this.engine = engine;
        this.work = work;
        this.entries = entries;
        this.rebuilds = rebuilds;
        this.building = building;
    }

    /**
     * Does one batch of what waits.
     *
     * @return how much was done; 0 where nothing waits or the engine does not answer
     */
    public int sweep(Instant now) {
        if (!engine.enabled()) {
            return 0;
        }
        try {
            return building.build(now) ? 1 : index(now);
        } catch (SearchUnavailable silent) {
            return 0;
        }
    }

    /** Asks for the index to be built anew from the database; the next sweep does it. Search goes on meanwhile. */
    public void rebuild(PersonId by, Instant at) {
        rebuilds.ask(by, at);
    }

    /** How search fares. */
    public IndexState state() {
        var waiting = work.waiting();
        var last = rebuilds.last();
        if (!engine.enabled()) {
            return new IndexState(IndexState.Health.OFF, 0, waiting.count(), waiting.since(), null, last, null);
        }
        try {
            var built = engine.isBuilt();
            return new IndexState(built ? IndexState.Health.READY : IndexState.Health.BUILDING,
                    built ? engine.count() : 0, waiting.count(), waiting.since(), waiting.lastError(), last, null);
        } catch (SearchUnavailable silent) {
            return new IndexState(IndexState.Health.DOWN, 0, waiting.count(), waiting.since(), waiting.lastError(),
                    last, silent.getMessage());
        }
    }

    private int index(Instant now) {
        var items = work.take(now, BATCH);
        try {
            write(items, now);
        } catch (SearchUnavailable silent) {
            items.forEach(item -> work.failed(item, String.valueOf(silent.getMessage()), now));
            throw silent;
        }
        return items.size();
    }

    /**
     * Where the index is being built anew, changes go into both. Asked after the work was taken: what was taken before a building began
     * is in the database that the building reads.
     */
    private void write(List<IndexWork.Item> items, Instant now) {
        var targets = rebuilds.underWay() ? List.of(engine.live(), engine.next()) : List.of(engine.live());
        var states = entries.of(items.stream().map(IndexWork.Item::subject).toList()).stream()
                .collect(Collectors.toMap(IndexEntry::subject, Function.identity()));
        var failures = engine.write(items.stream().map(item -> new IndexEngine.Write(item.subject(),
                item.generation(), states.get(item.subject()))).toList(), targets);
        work.done(items.stream().filter(item -> !failures.containsKey(item.subject())).toList());
        items.stream().filter(item -> failures.containsKey(item.subject()))
                .forEach(item -> work.failed(item, failures.get(item.subject()), now));
    }
}
