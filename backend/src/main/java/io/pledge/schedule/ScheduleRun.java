package io.pledge.schedule;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A recurring job and how it fared.
 *
 * @param job its name
 * @param last its last run; null where it never ran
 * @param runs how often it ever ran
 * @param failures how often it ever failed
 * @param lastSucceededAt null when it never did
 * @param lastFailedAt null when it never did
 * @param lastFailure why it failed last, however long ago; null when it never did, or nobody knows any more
 * @param nextIn how long, on the wall clock, until some node runs it again; zero while one does; null where nobody will
 */
public record ScheduleRun(String job, @Nullable Last last, long runs, long failures,
        @Nullable Instant lastSucceededAt, @Nullable Instant lastFailedAt, @Nullable String lastFailure,
        @Nullable Duration nextIn) {

    /**
     * The last run of a job.
     *
     * @param node the machine and process it ran on
     * @param at the moment it worked for
     * @param took how long it took, on the wall clock
     * @param failure why it failed, null when it did not
     */
    public record Last(String node, Instant at, Duration took, @Nullable String failure) {

        /** Whether it did what it should. */
        public boolean succeeded() {
            return failure == null;
        }
    }
}
