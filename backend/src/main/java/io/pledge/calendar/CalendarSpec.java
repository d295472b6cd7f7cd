package io.pledge.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a calendar says: a value that can be written down, stored as a version and compared. Maps and lists are copied,
 * sorted and unmodifiable. The rules of dates, which {@link BusinessCalendar} applies:
 * <ul>
 * <li>a date is the calendar's own local date;
 * <li>hours belong to the date they start on, also where they run over midnight;
 * <li>an exception replaces the hours that start on its date; none means closed;
 * <li>a break is taken out of what is open on its date, weekly hours and exceptions alike;
 * <li>a holiday closes its whole local date and wins over everything, also over a shift that started the day before.
 * </ul>
 *
 * @param name how policies refer to it; not blank
 * @param zone its IANA zone
 * @param weekly hours by weekday; a weekday that is missing is closed
 * @param holidays closed dates with their names, which may be empty
 * @param exceptions other hours by date
 * @param breaks spans taken out by date; a break does not run over midnight
 */
public record CalendarSpec(String name, ZoneId zone, Map<DayOfWeek, List<LocalSpan>> weekly,
        Map<LocalDate, String> holidays, Map<LocalDate, List<LocalSpan>> exceptions,
        Map<LocalDate, List<LocalSpan>> breaks) {

    /**
     * Copies and checks.
     *
     * @throws InvalidCalendar if hours of a date overlap, a break runs over midnight or the name is blank
     */
    public CalendarSpec {
        if (name.isBlank()) {
            throw new InvalidCalendar("a calendar needs a name").at("name");
        }
        weekly = weekdays(weekly);
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        exceptions = dates("exceptions", exceptions);
        breaks = dates("breaks", breaks);
        breaks.forEach(CalendarSpec::checkStaysWithinItsDate);
        for (DayOfWeek day : weekly.keySet()) {
            checkShiftEndsBefore(day, weekly);
        }
    }

    /** A calendar that is open all the time in a zone: no minute is lost, not even when clocks change. */
    public static CalendarSpec roundTheClock(String name, ZoneId zone) {
        Map<DayOfWeek, List<LocalSpan>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, List.of(LocalSpan.WHOLE_DAY));
        }
        return new CalendarSpec(name, zone, weekly, Map.of(), Map.of(), Map.of());
    }

    /** The hours that start on a date, breaks not yet taken out; none on a holiday. */
    List<LocalSpan> hoursStartingOn(LocalDate date) {
        if (holidays.containsKey(date)) {
            return List.of();
        }
        List<LocalSpan> other = exceptions.get(date);
        return other != null ? other : weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** See {@link BusinessCalendar#yearsWithoutHolidays}. */
    List<Integer> yearsWithoutHolidays(int from, int to) {
        boolean roundTheClock = weekly.equals(roundTheClock(name, zone).weekly);
        if (roundTheClock && holidays.isEmpty()) {
            return List.of();
        }
        Set<Integer> known = holidays.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
        return IntStream.rangeClosed(from, to).filter(year -> !known.contains(year)).boxed().toList();
    }

    /** The short name of a weekday in files and JSON, such as {@code MON}. */
    static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    private static Map<DayOfWeek, List<LocalSpan>> weekdays(Map<DayOfWeek, List<LocalSpan>> hours) {
        Map<DayOfWeek, List<LocalSpan>> sorted = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                sorted.put(day, sorted("weekly." + shortName(day), spans));
            }
        });
        return Collections.unmodifiableMap(sorted);
    }

    private static SortedMap<LocalDate, List<LocalSpan>> dates(String part, Map<LocalDate, List<LocalSpan>> hours) {
        SortedMap<LocalDate, List<LocalSpan>> sorted = new TreeMap<>();
        hours.forEach((date, spans) -> sorted.put(date, sorted(part + "." + date, spans)));
        return Collections.unmodifiableSortedMap(sorted);
    }

    private static List<LocalSpan> sorted(String place, List<LocalSpan> spans) {
        List<LocalSpan> sorted = new ArrayList<>(spans);
        Collections.sort(sorted);
        for (int i = 1; i < sorted.size(); i++) {
            checkApart(place, sorted.get(i - 1), sorted.get(i));
        }
        return List.copyOf(sorted);
    }

    private static void checkApart(String place, LocalSpan first, LocalSpan second) {
        if (first.overlaps(second)) {
            throw new InvalidCalendar(first + " and " + second + " overlap").at(place);
        }
    }

    private static void checkStaysWithinItsDate(LocalDate date, List<LocalSpan> spans) {
        for (LocalSpan span : spans) {
            if (span.overMidnight()) {
                throw new InvalidCalendar("the break " + span + " runs backward").at("breaks." + date);
            }
        }
    }

    private static void checkShiftEndsBefore(DayOfWeek day, Map<DayOfWeek, List<LocalSpan>> weekly) {
        LocalSpan last = weekly.getOrDefault(day, List.of()).getLast();
        List<LocalSpan> next = weekly.getOrDefault(day.plus(1), List.of());
        if (last.overMidnight() && !next.isEmpty()
                && next.getFirst().fromSecond() < last.toSecond() - LocalSpan.SECONDS_PER_DAY) {
            throw new InvalidCalendar("the shift " + last + " of " + shortName(day) + " overlaps " + next.getFirst())
                    .at("weekly." + shortName(day.plus(1)));
        }
    }
}
