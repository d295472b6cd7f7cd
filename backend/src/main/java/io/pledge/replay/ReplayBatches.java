package io.pledge.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.replay.ReplayCast.Players;

/**
 * Drives the rows of a run day by day of the log's time. Before each day and at the end the watch looks, and what fell due since is
 * recorded before what happens next; what falls due and is answered within the day breaks at its due time all the same, when it is answered. Within a
 * day incidents, which know nothing of each other, are driven side by side.
 */
@Component
class ReplayBatches {
    private static final int BATCH = 1000;
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final int LANES = Runtime.getRuntime().availableProcessors();

    private final ReplayLanes lanes;
    private final Verbs verbs;
    private final ReplayRuns runs;
    private final LogRows rows;

    ReplayBatches(ReplayLanes lanes, Verbs verbs, ReplayRuns runs, LogRows rows) {
        this.lanes = lanes;
        this.verbs = verbs;
        this.runs = runs;
        this.rows = rows;
    }

    /**
     * Drives the next rows. A process that is killed meanwhile goes on behind the last batch, and leaves alone what was driven of the
     * next one.
     *
     * @return the run as it stands afterwards; it is finished where nothing was left
     */
    ReplayRun next(ReplayRun run, LogMapping mapping, Players players) {
        var batch = rows.after(run.id(), run.done(), BATCH);
        if (batch.isEmpty()) {
            sweep(run.done().at());
            runs.markFinished(run.id());
        } else {
            drive(batch, run, mapping, players);
            runs.markDone(run.id(), batch.getLast().place(), batch.stream().filter(row -> !row.opening()).count());
        }
        return runs.run(run.id());
    }

    private void drive(List<LogRow> batch, ReplayRun run, LogMapping mapping, Players players) {
        var last = run.done().at();
        for (var day : batch.stream().collect(Collectors.groupingBy(row -> look(row.at()), TreeMap::new,
                Collectors.toList())).entrySet()) {
            if (day.getKey().isAfter(last)) {
                sweep(day.getKey());
            }
            sideBySide(lanes(day.getValue()).stream()
                    .<Runnable>map(lane -> () -> lanes.drive(lane, run, mapping, players)).toList());
            last = day.getValue().getLast().at();
        }
    }

    private static Instant look(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond() - moment.getEpochSecond() % BETWEEN_LOOKS.toSeconds());
    }

    private void sweep(Instant look) {
        while (verbs.watch().sweep(look) > 0) {
            // until nothing is due any more
        }
    }

    /** The rows of an incident stay together and in their order. */
    private static Collection<List<LogRow>> lanes(List<LogRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> Math.floorMod(row.incident().hashCode(), LANES)))
                .values();
    }

    private static void sideBySide(List<Runnable> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<CompletableFuture<Void>>();
            work.forEach(one -> all.add(CompletableFuture.runAsync(one, threads)));
            all.forEach(CompletableFuture::join);
        }
    }
}
