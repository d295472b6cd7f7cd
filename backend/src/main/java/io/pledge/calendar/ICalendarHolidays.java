package io.pledge.calendar;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandlerContext;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;

/** The whole-day events of one iCalendar file as holidays, repeating ones included. */
final class ICalendarHolidays {
    /** Bookkeeping of the publisher, often written carelessly (the Chinese one gives a bare date) and not needed. */
    private static final List<String> IGNORED = List.of("DTSTAMP", "CREATED", "LAST-MODIFIED");
    /** How far events are repeated. */
    private static final Period<LocalDate> HORIZON = new Period<>(LocalDate.of(Years.FIRST, 1, 1),
            LocalDate.of(2100, 1, 1));

    private final Path file;
    private final Set<String> wordsForWorked;
    private final HolidayList list = new HolidayList();

    ICalendarHolidays(Path file, Set<String> wordsForWorked) {
        this.file = file;
        this.wordsForWorked = wordsForWorked;
    }

    HolidayList read() {
        try (Reader text = new StringReader(FileText.read(file))) {
            var context = new ContentHandlerContext().withIgnoredPropertyNames(IGNORED);
            var zones = TimeZoneRegistryFactory.getInstance().createRegistry();
            var calendar = new CalendarBuilder(new CalendarParserImpl(), context, zones).build(text);
            calendar.<VEvent>getComponents(Component.VEVENT).forEach(this::readEvent);
            return list;
        } catch (ParserException malformed) {
            throw new InvalidCalendar(malformed.getMessage()).in(file.toString(), malformed.getLineNo());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    private void readEvent(VEvent event) {
        String name = event.getSummary() == null ? "" : event.getSummary().getValue();
        boolean cancelled = event.getStatus() != null && "CANCELLED".equals(event.getStatus().getValue());
        if (cancelled) {
            return;
        }
        if (event.getDateTimeStart() == null || !(event.getDateTimeStart().getDate() instanceof LocalDate)) {
            throw new InvalidCalendar("the event '" + name + "' has hours; holidays are whole days")
                    .in(file.toString(), 0);
        }
        for (Period<? extends Temporal> days : repeated(event, name)) {
            LocalDate first = LocalDate.from(days.getStart());
            LocalDate after = LocalDate.from(days.getEnd());
            list.add(first, after.isAfter(first) ? after.minusDays(1) : first, name, wordsForWorked);
        }
    }

    private Set<? extends Period<? extends Temporal>> repeated(VEvent event, String name) {
        try {
            return event.calculateRecurrenceSet(HORIZON);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw new InvalidCalendar("the event '" + name + "' cannot be repeated: " + unreadable.getMessage())
                    .in(file.toString(), 0);
        }
    }
}
