package io.pledge.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads one calendar file. Whatever is wrong is reported with the line of the value that is wrong. */
final class CalendarFile {
    private static final Set<String> KEYS = Set.of("zone", "weekly", "holidays", "worked-days", "worked-day-hours",
            "worked-day-words", "exceptions", "breaks");
    private static final List<String> WORDS_FOR_WORKED = List.of("上班", "补班");
    private static final String CLOSED = "closed";
    private static final String RANGE = "..";

    private final Path file;
    private final Map<String, Integer> lines = new HashMap<>();

    CalendarFile(Path file) {
        this.file = file;
    }

    CalendarSpec read(String name) {
        Located content = LocatedReader.read(file);
        Map<String, Located> root = at(content, () -> members(content));
        root.forEach((key, value) -> at(value, () -> requireKnown(key)));
        if (!root.containsKey("zone")) {
            throw new InvalidCalendar("names no zone").in(file.toString(), 1);
        }
        ZoneId zone = at(root.get("zone"), () -> CalendarWords.zone(text(root.get("zone"))));
        Map<DayOfWeek, List<LocalSpan>> weekly = new EnumMap<>(DayOfWeek.class);
        eachMember(root, "weekly", (days, hours) -> readWeekdays(days, hours, weekly));
        HolidayList holidays = readHolidays(root);
        Map<LocalDate, List<LocalSpan>> exceptions = workedDays(root, holidays, weekly);
        eachMember(root, "exceptions", (date, hours) -> readDate("exceptions", date, hours, exceptions));
        Map<LocalDate, List<LocalSpan>> breaks = new TreeMap<>();
        eachMember(root, "breaks", (date, hours) -> readDate("breaks", date, hours, breaks));
        try {
            return requireOpen(new CalendarSpec(name, zone, weekly, holidays.closed(), exceptions, breaks), root);
        } catch (InvalidCalendar invalid) {
            throw invalid.file() != null
                    ? invalid
                    : invalid.in(file.toString(), lines.getOrDefault(String.valueOf(invalid.place()), 1));
        }
    }

    /** On a calendar without weekly hours a promise would come due once and then never again. */
    private CalendarSpec requireOpen(CalendarSpec spec, Map<String, Located> root) {
        if (spec.weekly().isEmpty()) {
            int line = root.get("weekly") instanceof Located weekly ? weekly.line() : 1;
            throw new InvalidCalendar("never opens: no weekday has hours").in(file.toString(), line);
        }
        return spec;
    }

    /** Weekday keys are one day or a range: {@code sat}, {@code mon-fri}. */
    private void readWeekdays(String days, Located hours, Map<DayOfWeek, List<LocalSpan>> weekly) {
        String[] ends = days.split("-", 2);
        DayOfWeek day = CalendarWords.weekday(ends[0]);
        DayOfWeek last = CalendarWords.weekday(ends[ends.length - 1]);
        List<LocalSpan> spans = hours(hours);
        while (true) {
            if (weekly.put(day, spans) != null) {
                throw new InvalidCalendar(CalendarSpec.shortName(day) + " has hours already");
            }
            lines.put("weekly." + CalendarSpec.shortName(day), hours.line());
            if (day == last) {
                return;
            }
            day = day.plus(1);
        }
    }

    private void readDate(String part, String date, Located hours, Map<LocalDate, List<LocalSpan>> dates) {
        LocalDate key = CalendarWords.date(date);
        lines.put(part + "." + key, hours.line());
        dates.put(key, hours(hours));
    }

    private HolidayList readHolidays(Map<String, Located> root) {
        Set<String> words = new LinkedHashSet<>();
        eachItem(root, "worked-day-words", word -> words.add(text(word)));
        HolidayFiles files = new HolidayFiles(words.isEmpty() ? Set.copyOf(WORDS_FOR_WORKED) : words);
        HolidayList holidays = new HolidayList();
        eachItem(root, "holidays", item -> readHoliday(item, files, holidays));
        return holidays;
    }

    /** A holiday is a file of them, a date or range of dates, or such with a name. */
    private void readHoliday(Located item, HolidayFiles files, HolidayList holidays) {
        switch (item) {
            case Located.Text text when HolidayFiles.isFileName(text.value()) ->
                holidays.addAll(files.read(file.resolveSibling(text.value())));
            case Located.Text text -> closed(text.value(), "", holidays);
            case Located.Members named ->
                named.values().forEach((dates, name) -> at(name, () -> closed(dates, text(name), holidays)));
            case Located.Items _ -> throw new InvalidCalendar("a holiday is a date, not a list");
        }
    }

    private HolidayList closed(String dates, String name, HolidayList holidays) {
        int range = dates.indexOf(RANGE);
        LocalDate from = CalendarWords.date(range < 0 ? dates : dates.substring(0, range));
        LocalDate to = range < 0 ? from : CalendarWords.date(dates.substring(range + RANGE.length()));
        if (to.isBefore(from)) {
            throw new InvalidCalendar("the range " + dates + " runs backward");
        }
        if (to.isAfter(from.plusYears(1))) {
            throw new InvalidCalendar("the range " + dates + " is longer than a year");
        }
        holidays.add(from, to, name, Set.of());
        return holidays;
    }

    private Map<LocalDate, List<LocalSpan>> workedDays(Map<String, Located> root, HolidayList holidays,
            Map<DayOfWeek, List<LocalSpan>> weekly) {
        Set<LocalDate> worked = new TreeSet<>(holidays.worked());
        eachItem(root, "worked-days", date -> worked.add(CalendarWords.date(text(date))));
        List<LocalSpan> hours = root.containsKey("worked-day-hours")
                ? at(root.get("worked-day-hours"), () -> hours(root.get("worked-day-hours")))
                : weekly.getOrDefault(DayOfWeek.MONDAY, List.of());
        Map<LocalDate, List<LocalSpan>> exceptions = new TreeMap<>();
        worked.forEach(date -> exceptions.put(date, hours));
        return exceptions;
    }

    private List<LocalSpan> hours(Located hours) {
        return switch (hours) {
            case Located.Text text when CLOSED.equals(text.value()) -> List.of();
            case Located.Text text -> List.of(LocalSpan.parse(text.value()));
            case Located.Items items ->
                items.values().stream().map(item -> at(item, () -> LocalSpan.parse(text(item)))).toList();
            case Located.Members _ -> throw new InvalidCalendar("hours are written as [09:00-12:30, 13:30-18:00]");
        };
    }

    private void eachMember(Map<String, Located> root, String key, BiConsumer<String, Located> reader) {
        if (root.get(key) instanceof Located part) {
            at(part, () -> members(part)).forEach((name, value) -> at(value, () -> {
                reader.accept(name, value);
                return name;
            }));
        }
    }

    /** Items of a list; a map in place of a list counts as one item. */
    private void eachItem(Map<String, Located> root, String key, Consumer<Located> reader) {
        if (root.get(key) instanceof Located part) {
            List<Located> items = part instanceof Located.Items list ? list.values() : List.of(part);
            items.forEach(item -> at(item, () -> {
                reader.accept(item);
                return item;
            }));
        }
    }

    private <T> T at(Located value, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidCalendar invalid) {
            throw invalid.file() == null ? invalid.in(file.toString(), value.line()) : invalid;
        }
    }

    private static String requireKnown(String key) {
        if (!KEYS.contains(key)) {
            throw new InvalidCalendar("'" + key + "' is unknown; a calendar has " + new TreeSet<>(KEYS));
        }
        return key;
    }

    private static Map<String, Located> members(Located value) {
        if (value instanceof Located.Members members) {
            return members.values();
        }
        if (value instanceof Located.Text text && text.value().isEmpty()) {
            return Map.of();
        }
        throw new InvalidCalendar("here stand pairs of 'key: value'");
    }

    private static String text(Located value) {
        if (value instanceof Located.Text text) {
            return text.value();
        }
        throw new InvalidCalendar("here stands a single value");
    }
}
