package io.pledge.organisation;

import java.util.Set;

/** Which business calendars there are. Whoever keeps them says so. */
public interface Calendars {
    /** The names that units may give. */
    Set<String> names();
}
