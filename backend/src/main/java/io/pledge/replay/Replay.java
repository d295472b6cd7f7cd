package io.pledge.replay;

import org.springframework.stereotype.Component;

import io.pledge.replay.ReplayCast.Players;

/** Replays a log through the verbs of the domain, from where it stopped last. */
@Component
class Replay {
    private final ReplayCast cast;
    private final ReplayRuns runs;
    private final LogReading reading;
    private final ReplayBatches batches;

    Replay(ReplayCast cast, ReplayRuns runs, LogReading reading, ReplayBatches batches) {
        this.cast = cast;
        this.runs = runs;
        this.reading = reading;
        this.batches = batches;
    }

    /** A replay under way. */
    final class Course {
        private final LogMapping mapping;
        private final Players players;
        private ReplayRun run;

        private Course(LogMapping mapping, Players players, ReplayRun run) {
            this.mapping = mapping;
            this.players = players;
            this.run = run;
        }

        ReplayRun run() {
            return run;
        }

        /** Drives the next rows; nothing happens where the run is finished. */
        ReplayRun next() {
            if (!run.finished()) {
                run = batches.next(run, mapping, players);
            }
            return run;
        }
    }

    /**
     * Makes everything ready for the first or the next row.
     *
     * @throws LogUnreadable for the log, ConfigurationInvalid for the mapping
     */
    Course prepare(ReplayOrder order) {
        var mapping = MappingFile.read(order.mapping());
        LogFile.open(order.log()).close();
        var run = runs.open(mapping.owner().key(), order.fingerprint(), order.incidents(),
                String.valueOf(order.log().getFileName()));
        var players = cast.bring(mapping);
        if (!run.read()) {
            reading.read(run, order.log(), mapping, order.incidents());
        }
        return new Course(mapping, players, runs.run(run.id()));
    }
}
