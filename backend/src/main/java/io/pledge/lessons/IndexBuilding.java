package io.pledge.lessons;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Builds an index from the database beside the one in use, and then lets it take that one's place. */
@Component
class IndexBuilding {
    private static final Logger log = LoggerFactory.getLogger(IndexBuilding.class);
    private static final int PAGE = 500;
    /** Older than every change, so that a page read from the database never hides a change written meanwhile. */
    private static final long OLDEST = 0;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final IndexEngine engine;
    private final IndexEntries entries;
    private final Rebuilds rebuilds;
    private final Clock clock;

    IndexBuilding(IndexEngine engine, IndexEntries entries, Rebuilds rebuilds, Clock clock) {
        this.engine = engine;
        this.entries = entries;
        this.rebuilds = rebuilds;
        this.clock = clock;
    }

    /** Builds the index if somebody asked for it or there is none. @return whether it did */
    boolean build(Instant now) {
        if (!engine.isBuilt() && rebuilds.last().filter(last -> failedJustNow(last, now)).isEmpty()) {
            rebuilds.ask(null, now);
        }
        var begun = rebuilds.begin(now);
        begun.ifPresent(this::build);
        return begun.isPresent();
    }

    private static boolean failedJustNow(Rebuild last, Instant now) {
        return last.failure() != null && last.finishedAt() != null
                && last.finishedAt().isAfter(now.minus(AFTER_FAILURE));
    }

    private void build(long id) {
        var index = engine.live() + "-" + id;
        try {
            rebuilds.failed(id).forEach(this::drop);
            engine.drop(index);
            engine.create(index);
            rebuilds.named(id, index);
            fill(id);
            engine.putInUse(index);
            rebuilds.finish(id, null, clock.instant());
            rebuilds.left(id).forEach(this::drop);
        } catch (SearchUnavailable failed) {
            log.warn("The search index could not be built", failed);
            rebuilds.finish(id, String.valueOf(failed.getMessage()), clock.instant());
        }
    }

    private void fill(long id) {
        long documents = 0;
        for (var type : Subject.Type.values()) {
            long after = 0;
            for (var page = entries.after(type, after, PAGE); !page.isEmpty(); page = entries.after(type, after,
                    PAGE)) {
                write(page);
                after = page.getLast().ref();
                documents += page.size();
                rebuilds.alive(id, documents, clock.instant());
            }
        }
    }

    private void write(List<IndexEntry> page) {
        var failures = engine.write(
                page.stream().map(entry -> new IndexEngine.Write(entry.subject(), OLDEST, entry)).toList(),
                List.of(engine.next()));
        failures.values().stream().findFirst().ifPresent(reason -> {
            throw new SearchUnavailable(reason);
        });
    }

    private void drop(Rebuilds.Left left) {
        engine.drop(left.index());
        rebuilds.dropped(left.id(), clock.instant());
    }
}
