package io.pledge.sla;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.BusinessCalendar;

/** The calendars in force by name, each with its stored version. */
record Calendars(Map<String, Versioned> byName) {
    static final String ALWAYS = "always";

    Calendars {
        byName = Map.copyOf(byName);
    }

    record Versioned(BusinessCalendar calendar, long version) {}

    /** Names of the calendars that may count for a ticket. */
    record Owner(String unit, @Nullable String customer) {}

    Set<String> names() {
        return byName.keySet();
    }

    /**
     * The calendar of this name. Units and contracts that are in use name none that is gone; one that was closed may, and for its cases
     * every hour counts.
     */
    Versioned inForce(String name) {
        return Objects.requireNonNull(byName.getOrDefault(name, byName.get(ALWAYS)));
    }
}
