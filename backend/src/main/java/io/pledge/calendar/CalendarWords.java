package io.pledge.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Supplier;

/** The words that calendars are written in, the same in JSON and in files: weekdays, dates and zones. */
final class CalendarWords {
    private CalendarWords() {}

    /** A weekday by its short or full English name, in any case. */
    static DayOfWeek weekday(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.equals(CalendarSpec.shortName(day)) || word.equals(day.name())) {
                return day;
            }
        }
        throw new InvalidCalendar("'" + text + "' is no weekday such as MON");
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException noDate) {
            throw new InvalidCalendar("'" + text + "' is no date such as 2026-12-24");
        }
    }

    /** An IANA zone; only those, since a mere offset knows no changes of the clock. */
    static ZoneId zone(String text) {
        try {
            ZoneId zone = ZoneId.of(text.strip());
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return zone;
            }
        } catch (DateTimeException unknown) {
            // said below, in the same words as for a mere offset
        }
        throw new InvalidCalendar("'" + text + "' is no IANA time zone such as Asia/Shanghai");
    }

    /** Runs a reader; what it finds wrong is said to be at the place. */
    static <T> T within(String place, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidCalendar invalid) {
            throw invalid.place() == null ? invalid.at(place) : invalid;
        }
    }
}
