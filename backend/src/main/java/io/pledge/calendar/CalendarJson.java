package io.pledge.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A calendar as JSON text. What is written is canonical: equal calendars give equal text, so that the text can be
 * stored as a version and compared. Read are
 * {@code {name?, timezone, weekly: {MON: [["09:00", "12:00"], …]}, holidays?: ["2026-01-01" | {date, name}, …],
 * exceptions?: {"2026-12-24": [["09:00", "13:00"]]}, breaks?: {…}}}; a closing before the opening is on the next date.
 */
public final class CalendarJson {
    /** The name of a calendar whose JSON gives none. */
    public static final String UNNAMED = "unnamed";

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Set<String> MEMBERS = Set.of("name", "timezone", "weekly", "holidays", "exceptions", "breaks");

    private CalendarJson() {}

    /** Canonical text: members in fixed order, dates and hours sorted. */
    public static String toJson(CalendarSpec spec) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("name", spec.name()).put("timezone", spec.zone().getId());
        ObjectNode weekly = json.putObject("weekly");
        spec.weekly().forEach((day, spans) -> writeHours(weekly.putArray(CalendarSpec.shortName(day)), spans));
        ArrayNode holidays = json.putArray("holidays");
        spec.holidays().forEach((date, name) -> holidays.addObject().put("date", date.toString()).put("name", name));
        writeDates(json.putObject("exceptions"), spec.exceptions());
        writeDates(json.putObject("breaks"), spec.breaks());
        return json.toString();
    }

    /**
     * Reads what {@link #toJson} wrote, or somebody else.
     *
     * @throws InvalidCalendar if the text is no JSON or the calendar does not make sense; says at which place
     */
    public static CalendarSpec fromJson(String text) {
        try {
            return fromJson(MAPPER.readTree(text));
        } catch (JacksonException noJson) {
            throw new InvalidCalendar("no JSON: " + noJson.getOriginalMessage());
        }
    }

    /**
     * Reads a calendar that is part of a larger document, such as a request to simulate.
     *
     * @throws InvalidCalendar if the calendar does not make sense; says at which place
     */
    public static CalendarSpec fromJson(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidCalendar("a calendar is a JSON object");
        }
        for (String member : json.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                throw new InvalidCalendar("unknown; a calendar has " + new TreeSet<>(MEMBERS)).at(member);
            }
        }
        String name = json.has("name") ? text(json.get("name"), "name") : UNNAMED;
        String zone = json.has("timezone") ? text(json.get("timezone"), "timezone") : "";
        Map<DayOfWeek, List<LocalSpan>> weekly = new EnumMap<>(DayOfWeek.class);
        members(json, "weekly", (day, hours) -> weekly.put(CalendarWords.weekday(day), hours));
        Map<LocalDate, List<LocalSpan>> exceptions = new TreeMap<>();
        members(json, "exceptions", (date, hours) -> exceptions.put(CalendarWords.date(date), hours));
        Map<LocalDate, List<LocalSpan>> breaks = new TreeMap<>();
        members(json, "breaks", (date, hours) -> breaks.put(CalendarWords.date(date), hours));
        return new CalendarSpec(name, CalendarWords.within("timezone", () -> CalendarWords.zone(zone)), weekly,
                holidays(json.path("holidays")), exceptions, breaks);
    }

    private static void members(JsonNode calendar, String part, BiConsumer<String, List<LocalSpan>> reader) {
        JsonNode members = calendar.path(part);
        if (members.isMissingNode() || members.isNull()) {
            return;
        }
        if (!members.isObject()) {
            throw new InvalidCalendar("is an object of hours").at(part);
        }
        members.forEachEntry((key, value) -> CalendarWords.within(part + "." + key, () -> {
            reader.accept(key, hours(value));
            return key;
        }));
    }

    private static List<LocalSpan> hours(JsonNode spans) {
        if (!spans.isArray()) {
            throw new InvalidCalendar("hours are a list of pairs such as [[\"09:00\", \"12:00\"]]");
        }
        return spans.valueStream().map(CalendarJson::span).toList();
    }

    private static LocalSpan span(JsonNode pair) {
        if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isString() || !pair.get(1).isString()) {
            throw new InvalidCalendar("hours are a pair such as [\"09:00\", \"12:00\"], not " + pair);
        }
        return LocalSpan.of(pair.get(0).stringValue(), pair.get(1).stringValue());
    }

    private static Map<LocalDate, String> holidays(JsonNode list) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        if (list.isMissingNode() || list.isNull()) {
            return holidays;
        }
        if (!list.isArray()) {
            throw new InvalidCalendar("is a list of dates").at("holidays");
        }
        for (int i = 0; i < list.size(); i++) {
            String place = "holidays[" + i + "]";
            JsonNode holiday = list.get(i);
            String date = text(holiday.isObject() ? holiday.path("date") : holiday, place);
            String name = holiday.isObject() && holiday.has("name") ? text(holiday.get("name"), place) : "";
            holidays.put(CalendarWords.within(place, () -> CalendarWords.date(date)), name);
        }
        return holidays;
    }

    private static String text(JsonNode node, String place) {
        if (!node.isString()) {
            throw new InvalidCalendar("is a text").at(place);
        }
        return node.stringValue();
    }

    private static void writeDates(ObjectNode dates, Map<LocalDate, List<LocalSpan>> hours) {
        hours.forEach((date, spans) -> writeHours(dates.putArray(date.toString()), spans));
    }

    private static void writeHours(ArrayNode hours, List<LocalSpan> spans) {
        spans.forEach(span -> hours.addArray().add(span.fromText()).add(span.toText()));
    }
}
