package io.pledge.visit;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When a visit takes place.
 *
 * @param from when the engineer comes at the earliest
 * @param until when they are done; after {@code from}
 * @param zone of the site, in which everybody is told of it
 */
public record Window(Instant from, Instant until, ZoneId zone) {

    /** Whether the other one is the same time. */
    boolean sameTime(Window other) {
        return from.equals(other.from) && until.equals(other.until);
    }
}
