package io.pledge.calendar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * Reads public holidays from files as their publishers give them: iCalendar (RFC 5545) with whole-day events, or JSON
 * as the Chinese official calendar is published, {@code {"days": [{"name", "date", "isOffDay"}]}}, where
 * {@code isOffDay: false} is a weekend day that is worked.
 */
final class HolidayFiles {
    private final Set<String> wordsForWorked;

    /** @param wordsForWorked an event of an iCalendar whose summary has one of them is a worked day */
    HolidayFiles(Set<String> wordsForWorked) {
        this.wordsForWorked = wordsForWorked;
    }

    /** Whether a name is that of a file this can read, and no date. */
    static boolean isFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ics") || lower.endsWith(".json");
    }

    /**
     * Reads one file.
     *
     * @throws InvalidCalendar if it is absent or says something that is no holiday, with file and line
     */
    HolidayList read(Path file) {
        if (!Files.isReadable(file)) {
            throw new InvalidCalendar("the file " + file + " cannot be read");
        }
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".ics")
                ? new ICalendarHolidays(file, wordsForWorked).read()
                : readJson(file);
    }

    private static HolidayList readJson(Path file) {
        HolidayList list = new HolidayList();
        if (!(LocatedReader.read(file) instanceof Located.Members root)
                || !(root.values().get("days") instanceof Located.Items days)) {
            throw new InvalidCalendar("has no list of days").in(file.toString(), 1);
        }
        for (Located day : days.values()) {
            try {
                readDay(day, list);
            } catch (InvalidCalendar invalid) {
                throw invalid.in(file.toString(), day.line());
            }
        }
        return list;
    }

    private static void readDay(Located day, HolidayList list) {
        LocalDate date = CalendarWords.date(member(day, "date"));
        switch (member(day, "isOffDay")) {
            case "true" -> list.closed().put(date, member(day, "name"));
            case "false" -> list.worked().add(date);
            default -> throw new InvalidCalendar("isOffDay is true or false");
        }
    }

    private static String member(Located day, String name) {
        if (day instanceof Located.Members members && members.values().get(name) instanceof Located.Text text) {
            return text.value();
        }
        throw new InvalidCalendar("a day has a name, a date and isOffDay");
    }
}
