package io.pledge.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A job that runs again and again: on one node at a time, never beside itself.
 *
 * @param name what administrators see; also its identity in the database
 * @param every from one start to the next; a run that takes longer delays the next one
 * @param sweep does what is due at the moment it is handed; doing it again changes nothing
 */
public record Recurring(String name, Duration every, Consumer<Instant> sweep) {
    /** What is still due after so many batches is left to the next run, so that no job runs for ever. */
    private static final int BATCHES_IN_A_RUN = 500;

    /** A job that does one batch a call and says how much was due in it; called again until nothing is. */
    static Recurring inBatches(String name, Duration every, ToIntFunction<Instant> batch) {
        return new Recurring(name, every, now -> {
            for (var left = BATCHES_IN_A_RUN; left > 0 && batch.applyAsInt(now) > 0; left--) {
                // the work is in the condition
            }
        });
    }
}
