package io.pledge.replay;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a log into the database, whole or not at all. Only a thousand rows are in memory at a time. */
@Component
class LogReading {
    private static final Logger LOG = LoggerFactory.getLogger(LogReading.class);
    private static final int BATCH = 1000;
    private static final int BAD_ROWS_SHOWN = 20;

    private final ReplayRuns runs;
    private final LogRows rows;
    private final Clock clock;

    LogReading(ReplayRuns runs, LogRows rows, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Reads the log.
     *
     * @param incidents how many incidents are wanted, the first ones of the file; null for all
     * @throws LogUnreadable if that is impossible; single bad rows are reported and left out
     */
    @Transactional
    public void read(ReplayRun run, Path file, LogMapping mapping, @Nullable Integer incidents) {
        try (var log = LogFile.open(file)) {
            var reading = new RowReading(mapping, log, clock.instant());
            long count = new Pass(run, log, reading, new Wanted(incidents)).all();
            runs.addUnmapped(run.id(), reading.unmapped());
            rows.addOpenings(run.id());
            runs.markRead(run.id(), count);
        }
    }

    /** The first incidents of the file; which they are is only remembered where not all are wanted. */
    private static final class Wanted {
        private final @Nullable Integer limit;
        private final Set<String> seen = new HashSet<>();

        Wanted(@Nullable Integer limit) {
            this.limit = limit;
        }

        boolean wants(String incident) {
            return limit == null || seen.contains(incident) || seen.size() < limit && seen.add(incident);
        }
    }

    private final class Pass {
        private final ReplayRun run;
        private final LogFile log;
        private final RowReading reading;
        private final Wanted wanted;
        private final List<RowReading.Read> batch = new ArrayList<>(BATCH);
        private long count;
        private long bad;

        Pass(ReplayRun run, LogFile log, RowReading reading, Wanted wanted) {
            this.run = run;
            this.log = log;
            this.reading = reading;
            this.wanted = wanted;
        }

        long all() {
            for (var record = log.next(); record != null; record = log.next()) {
                take(record);
                if (batch.size() == BATCH) {
                    store();
                }
            }
            store();
            return count;
        }

        private void take(CsvReader.Row record) {
            try {
                if (wanted.wants(reading.incident(record))) {
                    batch.add(reading.read(record));
                }
            } catch (RowReading.Bad e) {
                skip(record.line(), e.reason());
            }
        }

        private void skip(int line, String reason) {
            runs.skip(run.id(), line, reason);
            bad++;
            if (bad <= BAD_ROWS_SHOWN) {
                LOG.warn("line {}: {}; skipped", line, reason);
            }
        }

        private void store() {
            rows.add(run.id(), batch);
            count += batch.size();
            batch.clear();
        }
    }
}
