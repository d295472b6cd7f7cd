package io.pledge.customer;

import java.util.Set;

/** Which business calendars there are now. Whoever keeps calendars says so. */
public interface KnownCalendars {
    /** Their names. */
    Set<String> names();
}
