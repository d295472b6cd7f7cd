package io.pledge.lessons;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How search fares, for whoever looks after it.
 *
 * @param entries how many lessons and cases are found; 0 while the engine does not answer
 * @param waiting how many changes the index has yet to learn, and since when the oldest waits
 * @param lastError what the engine said to the last change that it did not take
 * @param silence why the engine does not answer; null while it does
 */
public record IndexState(Health health, long entries, long waiting, @Nullable Instant since,
        @Nullable String lastError, Optional<Rebuild> lastRebuild, @Nullable String silence) {

    /** One word for it. */
    public enum Health {
        /** Answers. */
        READY,
        /** There is no index yet, or it is being built for the first time. */
        BUILDING,
        /** Does not answer; work waits. */
        DOWN,
        /** The operator runs Pledge without search. */
        OFF
    }
}
