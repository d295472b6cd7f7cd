package io.pledge.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Working-time arithmetic over one calendar: when is it due, and how much time was spent. Immutable and safe for
 * several threads. An answer costs about the same for an hour and for ten years, since each calendar year is summed up
 * once.
 *
 * <p>The rules: opening is inclusive, closing exclusive. An amount that ends exactly at closing time is due at closing
 * time. A zero amount is due now if the calendar is open, else at the next opening. Elapsed time is real seconds, so
 * that a night in which clocks change is shorter or longer. A local time inside a gap moves forward by the gap, one
 * inside an overlap takes the earlier offset, and a date that the zone skipped has no hours. What belongs to which date
 * is said at {@link CalendarSpec}. Answers are given for the years 1900 to 2999; instants outside are refused with an
 * {@link IllegalArgumentException}.
 */
public final class BusinessCalendar {
    private static final BusinessCalendar ALWAYS = BusinessCalendar
            .of(CalendarSpec.roundTheClock("always", ZoneOffset.UTC));

    private final CalendarSpec spec;
    private final Years years;

    private BusinessCalendar(CalendarSpec spec) {
        this.spec = spec;
        this.years = new Years(spec);
    }

    /** The calendar that a specification describes. */
    public static BusinessCalendar of(CalendarSpec spec) {
        return new BusinessCalendar(spec);
    }

    /** The calendar named {@code always}: round the clock on every date, in UTC; its working time is elapsed time. */
    public static BusinessCalendar always() {
        return ALWAYS;
    }

    public String name() {
        return spec.name();
    }

    public ZoneId zone() {
        return spec.zone();
    }

    /** What this calendar was made from, to be kept as a version. */
    public CalendarSpec spec() {
        return spec;
    }

    /**
     * The instant at which an amount of working time has passed.
     *
     * @param start from when on; it may lie outside opening hours
     * @param amount zero or more
     * @throws NeverOpen if the calendar has not so many hours after the start
     * @throws IllegalArgumentException if the amount is negative
     */
    public Instant add(Instant start, WorkingTime amount) {
        if (requireNotNegative(amount).isZero()) {
            return nextOpen(start);
        }
        int year = years.yearOf(start);
        int nanos = nanosCounted(start, year);
        long passed = years.year(year).passedAt(start.getEpochSecond());
        long due = amount.seconds() > Long.MAX_VALUE - passed ? Long.MAX_VALUE : passed + amount.seconds();
        // with a fraction of a second left over, the closing itself is not enough
        while (due > years.year(year).total() || (nanos > 0 && due == years.year(year).total())) {
            due -= years.year(year).total();
            year = yearAfter(year, start);
        }
        YearHours hours = years.year(year);
        return Instant.ofEpochSecond(nanos > 0 ? hours.lastSecondWith(due) : hours.firstSecondWith(due), nanos);
    }

    /**
     * The latest instant from which an amount of working time is still to pass until the end.
     *
     * @param end until when
     * @param amount zero or more; zero gives the end itself if the calendar is open then, else the closing before it
     * @throws NeverOpen if the calendar has not so many hours before the end
     * @throws IllegalArgumentException if the amount is negative
     */
    public Instant subtract(Instant end, WorkingTime amount) {
        if (requireNotNegative(amount).isZero()) {
            return prevOpen(end);
        }
        int year = years.yearOf(end);
        int nanos = nanosCounted(end, year);
        long left = years.year(year).passedAt(end.getEpochSecond()) - amount.seconds();
        while (left < 0) {
            year = yearBefore(year, end);
            left += years.year(year).total();
        }
        return Instant.ofEpochSecond(years.year(year).lastSecondWith(left), nanos);
    }

    /** The working time between two instants in whole seconds; zero where the end is not after the start. */
    public WorkingTime between(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return WorkingTime.ZERO;
        }
        int first = years.yearOf(start);
        int last = years.yearOf(end);
        long seconds = years.year(last).passedAt(end.getEpochSecond())
                - years.year(first).passedAt(start.getEpochSecond());
        for (int year = first; year < last; year++) {
            seconds += years.year(year).total();
        }
        boolean lastSecondIncomplete = nanosCounted(end, last) < nanosCounted(start, first);
        return WorkingTime.ofSeconds(lastSecondIncomplete ? seconds - 1 : seconds);
    }

    /** Whether the calendar is open: from the opening on, up to but not at the closing. */
    public boolean isOpen(Instant instant) {
        return years.year(years.yearOf(instant)).isOpen(instant.getEpochSecond());
    }

    /**
     * The first open instant at or after an instant.
     *
     * @throws NeverOpen if there is none
     */
    public Instant nextOpen(Instant instant) {
        if (isOpen(instant)) {
            return instant;
        }
        int year = years.yearOf(instant);
        int next = years.year(year).lastOpenedBy(instant.getEpochSecond()) + 1;
        while (next == years.year(year).count()) {
            year = yearAfter(year, instant);
            next = 0;
        }
        return Instant.ofEpochSecond(years.year(year).from(next));
    }

    /**
     * The last open or closing instant at or before an instant.
     *
     * @throws NeverOpen if there is none
     */
    public Instant prevOpen(Instant instant) {
        if (isOpen(instant)) {
            return instant;
        }
        int year = years.yearOf(instant);
        int last = years.year(year).lastOpenedBy(instant.getEpochSecond());
        while (last < 0) {
            year = yearBefore(year, instant);
            last = years.year(year).count() - 1;
        }
        return Instant.ofEpochSecond(years.year(year).to(last));
    }

    /**
     * The open stretches between two instants, in order, cut at both. Stretches that touch are one, also across
     * midnight and New Year.
     *
     * @return none where the end is not after the start
     */
    public List<Stretch> stretches(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return List.of();
        }
        Seconds open = new Seconds();
        for (int year = years.yearOf(from); year <= years.yearOf(to); year++) {
            years.year(year).putInto(open, from.getEpochSecond(), to.getEpochSecond() + 1);
        }
        Seconds whole = open.union();
        List<Stretch> stretches = new ArrayList<>(whole.count());
        for (int i = 0; i < whole.count(); i++) {
            Instant opening = later(from, Instant.ofEpochSecond(whole.from(i)));
            Instant closing = earlier(to, Instant.ofEpochSecond(whole.to(i)));
            if (opening.isBefore(closing)) {
                stretches.add(new Stretch(opening, closing));
            }
        }
        return List.copyOf(stretches);
    }

    /**
     * The years for which the calendar knows no holiday, so that an administrator can be warned. A calendar that is
     * open round the clock and names no holiday at all means it so and lacks none.
     *
     * @param from the first year
     * @param to the last year, inclusive
     */
    public List<Integer> yearsWithoutHolidays(int from, int to) {
        return spec.yearsWithoutHolidays(from, to);
    }

    /** The same of the years that a span of time touches in the calendar's zone. */
    public List<Integer> yearsWithoutHolidays(Instant from, Instant until) {
        return yearsWithoutHolidays(from.atZone(zone()).getYear(), until.atZone(zone()).getYear());
    }

    /** Calendars are equal when they say the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar calendar && spec.equals(calendar.spec);
    }

    @Override
    public int hashCode() {
        return spec.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }

    private int yearAfter(int year, Instant start) {
        if (!years.hasHoursAfter(year)) {
            throw new NeverOpen(name(), start, "after");
        }
        return year + 1;
    }

    private int yearBefore(int year, Instant end) {
        if (!years.hasHoursBefore(year)) {
            throw new NeverOpen(name(), end, "before");
        }
        return year - 1;
    }

    private int nanosCounted(Instant instant, int year) {
        return years.year(year).isOpen(instant.getEpochSecond()) ? instant.getNano() : 0;
    }

    private static WorkingTime requireNotNegative(WorkingTime amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("Working time to add or subtract is zero or more, not " + amount);
        }
        return amount;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
