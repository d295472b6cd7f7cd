package io.pledge.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Which business calendars there are. Whoever keeps them says so. */
public interface Calendars {
    /** The names that units and contracts may give. */
    Set<String> names();

    /** Whether it is working time by the calendar of this name; a name nobody knows is never open. */
    boolean isOpen(String name, Instant at);

    /**
     * The moment at which so much working time has passed by the calendar of this name, in whole seconds. By one that nobody knows, or
     * that never opens again, every hour counts.
     */
    Instant after(String name, Instant from, Duration working);
}
