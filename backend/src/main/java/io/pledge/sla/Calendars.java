package io.pledge.sla;

import java.util.Map;
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

    Versioned inForce(String name) {
        var found = byName.get(name);
        if (found == null) {
            throw new IllegalStateException("no calendar is named " + name);
        }
        return found;
    }
}
