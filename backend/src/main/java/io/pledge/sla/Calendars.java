package io.pledge.sla;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarJson;

/** The calendars in force by name, each with its stored version. */
final class Calendars {
    static final String ALWAYS = "always";

    private final Map<String, Versioned> byName = new HashMap<>();

    record Versioned(BusinessCalendar calendar, long version) {}

    /** Names of the calendars that may count for a ticket. */
    record Owner(String unit, @Nullable String customer) {}

    Calendars(Map<String, BusinessCalendar> files, Versions versions) {
        var all = new HashMap<>(files);
        all.putIfAbsent(ALWAYS, BusinessCalendar.always());
        all.forEach((name, calendar) -> byName.put(name,
                new Versioned(calendar, versions.keep("calendar:" + name, CalendarJson.toJson(calendar.spec())))));
    }

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
