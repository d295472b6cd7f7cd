package io.pledge.schedule;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a recurring job fared last.
 *
 * @param job its name
 * @param node the machine and process it ran on
 * @param ranAt the moment it worked for
 * @param took how long it took, on the wall clock
 * @param failure why it failed, null when it did not
 * @param runs how often it ever ran
 * @param failures how often it ever failed
 * @param lastSucceededAt null when it never did
 * @param lastFailedAt null when it never did
 * @param nextIn how long, on the wall clock, until some node runs it again; zero while one does; null where nobody will
 */
public record ScheduleRun(String job, String node, Instant ranAt, Duration took, @Nullable String failure, long runs,
        long failures, @Nullable Instant lastSucceededAt, @Nullable Instant lastFailedAt,
        @Nullable Duration nextIn) {

    /** Whether the last run did what it should. */
    public boolean succeeded() {
        return failure == null;
    }
}
