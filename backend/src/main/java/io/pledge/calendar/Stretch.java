package io.pledge.calendar;

import java.time.Instant;

/**
 * One concrete stretch of open time.
 *
 * @param from the opening, inclusive
 * @param to the closing, exclusive; after {@code from}
 */
public record Stretch(Instant from, Instant to) {

    /** Refuses a stretch that does not go forward. */
    public Stretch {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A stretch goes forward, not from " + from + " to " + to);
        }
    }
}
