package io.pledge.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * Turns the hours of one local date into stretches on the time line. Local times become instants as
 * {@link ZonedDateTime#ofLocal} resolves them: inside a gap they move forward by the gap, inside an overlap they take
 * the earlier offset. Boundaries are resolved one by one, so real seconds are counted, whatever the clock does.
 */
final class DayPlan {
    private final CalendarSpec spec;
    private final ZoneId zone;

    DayPlan(CalendarSpec spec) {
        this.spec = spec;
        this.zone = spec.zone();
    }

    ZoneId zone() {
        return zone;
    }

    /** What is open on a date, breaks taken out. */
    Seconds openOn(LocalDate date) {
        if (spec.holidays().containsKey(date) || isSkipped(date)) {
            return Seconds.NONE;
        }
        Seconds open = new Seconds();
        for (LocalSpan shift : spec.hoursStartingOn(date.minusDays(1))) {
            if (shift.overMidnight()) {
                put(open, date, 0, shift.toSecond() - LocalSpan.SECONDS_PER_DAY);
            }
        }
        for (LocalSpan hours : spec.hoursStartingOn(date)) {
            put(open, date, hours.fromSecond(), Math.min(hours.toSecond(), LocalSpan.SECONDS_PER_DAY));
        }
        return open.union().minus(breaksOf(date));
    }

    /** The instant, in seconds of the epoch, of a second on a date's clock; second 86400 is the next date's midnight. */
    long instantOf(LocalDate date, int second) {
        LocalDateTime local = second == LocalSpan.SECONDS_PER_DAY
                ? date.plusDays(1).atStartOfDay()
                : date.atTime(LocalTime.ofSecondOfDay(second));
        return ZonedDateTime.ofLocal(local, zone, null).toEpochSecond();
    }

    private Seconds breaksOf(LocalDate date) {
        Seconds breaks = new Seconds();
        for (LocalSpan span : spec.breaks().getOrDefault(date, List.of())) {
            put(breaks, date, span.fromSecond(), span.toSecond());
        }
        return breaks.union();
    }

    private void put(Seconds seconds, LocalDate date, int fromSecond, int toSecond) {
        seconds.put(instantOf(date, fromSecond), instantOf(date, toSecond));
    }

    /** A zone that crosses the date line leaves out a whole date, as Samoa did on 30 December 2011. */
    private boolean isSkipped(LocalDate date) {
        LocalDateTime midnight = date.atStartOfDay();
        ZoneOffsetTransition change = zone.getRules().getTransition(midnight);
        return change != null && change.isGap() && !change.getDateTimeAfter().isBefore(midnight.plusDays(1));
    }
}
