package io.pledge.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BusinessCalendarTests {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final BusinessCalendar MONDAYS = BusinessCalendar.of(new CalendarSpec("mondays", UTC,
            Map.of(DayOfWeek.MONDAY, List.of(LocalSpan.parse("09:00-17:00"))), Map.of(), Map.of(), Map.of()));

    @Test
    void alwaysCountsElapsedSeconds() {
        Instant start = Instant.parse("2025-12-31T23:59:59Z");
        Instant end = start.plus(Duration.ofDays(3653));

        assertThat(BusinessCalendar.always().between(start, end)).isEqualTo(WorkingTime.ofHours(3653 * 24));
        assertThat(BusinessCalendar.always().add(start, WorkingTime.ofHours(3653 * 24))).isEqualTo(end);
        assertThat(BusinessCalendar.always().subtract(end, WorkingTime.ofHours(3653 * 24))).isEqualTo(start);
        assertThat(BusinessCalendar.always().stretches(start, end)).containsExactly(new Stretch(start, end));
    }

    @Test
    void fractionsOfASecondAreKeptWhileOpenAndDroppedWhileClosed() {
        Instant open = Instant.parse("2026-06-01T16:59:59.750Z");
        Instant closed = Instant.parse("2026-06-01T17:00:00.750Z");

        assertThat(MONDAYS.add(open, WorkingTime.ofSeconds(1))).isEqualTo("2026-06-08T09:00:00.750Z");
        assertThat(MONDAYS.add(closed, WorkingTime.ofSeconds(1))).isEqualTo("2026-06-08T09:00:01Z");
        assertThat(MONDAYS.between(open, closed)).isEqualTo(WorkingTime.ZERO);
        assertThat(MONDAYS.between(open, Instant.parse("2026-06-08T09:00:00.750Z"))).isEqualTo(
                WorkingTime.ofSeconds(1));
        assertThat(MONDAYS.subtract(Instant.parse("2026-06-08T09:00:00.750Z"), WorkingTime.ofSeconds(1)))
                .isEqualTo(open);
    }

    @Test
    void aCalendarWithoutFurtherHoursSaysSo() {
        BusinessCalendar one = BusinessCalendar.of(new CalendarSpec("one day", UTC, Map.of(), Map.of(),
                Map.of(LocalDate.of(2026, 6, 1), List.of(LocalSpan.parse("09:00-17:00"))), Map.of()));
        BusinessCalendar none = BusinessCalendar
                .of(new CalendarSpec("none", UTC, Map.of(), Map.of(), Map.of(), Map.of()));
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");

        assertThat(one.add(noon, WorkingTime.ofHours(5))).isEqualTo("2026-06-01T17:00:00Z");
        assertThatExceptionOfType(NeverOpen.class).isThrownBy(() -> one.add(noon, WorkingTime.ofHours(6)))
                .withMessageContaining("one day");
        assertThatExceptionOfType(NeverOpen.class).isThrownBy(() -> one.subtract(noon, WorkingTime.ofHours(6)));
        assertThatExceptionOfType(NeverOpen.class).isThrownBy(() -> none.nextOpen(noon));
        assertThatExceptionOfType(NeverOpen.class).isThrownBy(() -> none.prevOpen(noon));
        assertThatExceptionOfType(NeverOpen.class)
                .isThrownBy(() -> MONDAYS.add(noon, WorkingTime.ofSeconds(Long.MAX_VALUE)));
        assertThat(none.between(noon, noon.plusSeconds(1))).isEqualTo(WorkingTime.ZERO);
    }

    @Test
    void negativeAmountsAndInstantsBeyondAllCalendarsAreRefused() {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");

        assertThatIllegalArgumentException().isThrownBy(() -> MONDAYS.add(noon, WorkingTime.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> MONDAYS.isOpen(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> MONDAYS.between(Instant.MIN, noon));
    }

    @Test
    void stretchesAreCutAtBothEnds() {
        assertThat(MONDAYS.stretches(Instant.parse("2026-06-01T16:00:00.5Z"), Instant.parse("2026-06-15T09:00:00Z")))
                .containsExactly(
                        new Stretch(Instant.parse("2026-06-01T16:00:00.5Z"), Instant.parse("2026-06-01T17:00:00Z")),
                        new Stretch(Instant.parse("2026-06-08T09:00:00Z"), Instant.parse("2026-06-08T17:00:00Z")));
    }

    @Test
    void tenYearsCostAboutTheSameAsAnHour() {
        Instant start = Instant.parse("2026-06-01T09:00:00Z");
        WorkingTime tenYears = MONDAYS.between(start, Instant.parse("2036-06-01T09:00:00Z"));
        nanosFor(start, tenYears);

        long hour = nanosFor(start, WorkingTime.ofHours(1));
        long decade = nanosFor(start, tenYears);

        // a walk day by day would take thousands of times as long
        assertThat(decade).isLessThan(20 * hour);
    }

    @Test
    void aShareOfWorkingTimeIsRoundedToSeconds() {
        assertThat(WorkingTime.ofSeconds(10).share(0.75)).isEqualTo(WorkingTime.ofSeconds(8));
        assertThat(WorkingTime.ofHours(4).share(0.75)).isEqualTo(WorkingTime.ofHours(3));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkingTime.ZERO.share(Double.NaN));
        assertThat(WorkingTime.ofMinutes(90).minus(WorkingTime.ofHours(2))).hasToString("-0:30:00");
    }

    private static long nanosFor(Instant start, WorkingTime amount) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < 2_000; i++) {
                Instant due = MONDAYS.add(start, amount);
                if (!MONDAYS.between(start, due).equals(amount)) {
                    throw new AssertionError(due);
                }
            }
            best = Math.min(best, System.nanoTime() - began);
        }
        return best;
    }
}
