package io.pledge.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.IntSummaryStatistics;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The years of one calendar, each summed up once, when it is first asked for. Safe for several threads: a year computed
 * twice is the same year.
 */
final class Years {
    /** Before it and after {@link #LAST} no calendar is asked in earnest; the bounds keep an absurd amount finite. */
    static final int FIRST = 1900;
    static final int LAST = 2999;

    private static final Instant EARLIEST = Instant.parse("1899-12-31T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-02T00:00:00Z");

    private final DayPlan plan;
    private final AtomicReferenceArray<YearHours> summedUp = new AtomicReferenceArray<>(LAST - FIRST + 1);
    private final int firstWithHours;
    private final int lastWithHours;

    Years(CalendarSpec spec) {
        plan = new DayPlan(spec);
        boolean everyYear = !spec.weekly().isEmpty();
        IntSummaryStatistics named = spec.exceptions().keySet().stream()
                .mapToInt(LocalDate::getYear)
                .summaryStatistics();
        // a shift of New Year's Eve ends in the next year
        firstWithHours = everyYear ? FIRST : Math.max(FIRST, named.getMin());
        lastWithHours = everyYear ? LAST : Math.min(LAST, Math.max(named.getMax(), FIRST) + 1);
    }

    YearHours year(int year) {
        YearHours known = summedUp.get(year - FIRST);
        if (known == null) {
            known = sumUp(year);
            summedUp.set(year - FIRST, known);
        }
        return known;
    }

    /** The year an instant lies in. */
    int yearOf(Instant instant) {
        int year = instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? 0 : instant.atZone(plan.zone()).getYear();
        if (year < FIRST || year > LAST) {
            throw new IllegalArgumentException(
                    "Calendars answer for the years " + FIRST + " to " + LAST + ", not for " + instant);
        }
        // where clocks change at New Year, the instants of a year and its local dates differ a little
        long second = instant.getEpochSecond();
        if (second < year(year).start()) {
            return Math.max(FIRST, year - 1);
        }
        return second >= year(year).end() ? Math.min(LAST, year + 1) : year;
    }

    boolean hasHoursAfter(int year) {
        return year < lastWithHours;
    }

    boolean hasHoursBefore(int year) {
        return year > firstWithHours;
    }

    private YearHours sumUp(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        Seconds open = new Seconds();
        // a date too many on both sides, for hours that a clock change carries over New Year
        for (LocalDate date = first.minusDays(1); !date.isAfter(last.plusDays(1)); date = date.plusDays(1)) {
            open.putAll(plan.openOn(date));
        }
        long start = plan.instantOf(first, 0);
        long end = plan.instantOf(last, LocalSpan.SECONDS_PER_DAY);
        return new YearHours(start, end, open.union().between(start, end));
    }
}
