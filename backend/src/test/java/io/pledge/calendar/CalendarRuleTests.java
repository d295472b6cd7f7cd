package io.pledge.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of the things that a calendar says of a date wins. */
class CalendarRuleTests {
    private static final ZoneId UTC = ZoneId.of("UTC");
    /** A Monday. */
    private static final LocalDate FEAST = LocalDate.of(2026, 6, 1);
    private static final Map<DayOfWeek, List<LocalSpan>> OFFICE = Map.of(DayOfWeek.MONDAY,
            List.of(LocalSpan.parse("09:00-17:00")), DayOfWeek.TUESDAY, List.of(LocalSpan.parse("09:00-17:00")));
    private static final Map<DayOfWeek, List<LocalSpan>> NIGHTS = Map.of(DayOfWeek.MONDAY,
            List.of(LocalSpan.parse("22:00-06:00")));

    @Test
    void aHolidayWinsOverAnException() {
        var worked = Map.of(FEAST, List.of(LocalSpan.parse("10:00-12:00")));
        var withoutHoliday = BusinessCalendar.of(new CalendarSpec("worked", UTC, OFFICE, Map.of(), worked, Map.of()));
        var calendar = BusinessCalendar
                .of(new CalendarSpec("feast", UTC, OFFICE, Map.of(FEAST, "Feast"), worked, Map.of()));

        assertThat(withoutHoliday.isOpen(at("2026-06-01T11:00:00Z"))).isTrue();
        assertThat(calendar.isOpen(at("2026-06-01T11:00:00Z"))).isFalse();
        assertThat(calendar.nextOpen(at("2026-06-01T00:00:00Z"))).isEqualTo("2026-06-02T09:00:00Z");
    }

    @Test
    void aHolidayAlsoClosesTheHoursOfAShiftThatStartedTheDayBefore() {
        var tuesday = FEAST.plusDays(1);
        var calendar = BusinessCalendar
                .of(new CalendarSpec("nights", UTC, NIGHTS, Map.of(tuesday, "Feast"), Map.of(), Map.of()));

        assertThat(calendar.between(at("2026-06-01T00:00:00Z"), at("2026-06-03T00:00:00Z")))
                .isEqualTo(WorkingTime.ofHours(2));
    }

    @Test
    void aShiftOverMidnightBelongsToTheDateItStartsOn() {
        var nights = BusinessCalendar.of(new CalendarSpec("nights", UTC, NIGHTS, Map.of(), Map.of(), Map.of()));
        var closedTuesday = BusinessCalendar.of(new CalendarSpec("closed on Tuesday", UTC, NIGHTS, Map.of(),
                Map.of(FEAST.plusDays(1), List.of()), Map.of()));
        var closedMonday = BusinessCalendar.of(
                new CalendarSpec("closed on Monday", UTC, NIGHTS, Map.of(), Map.of(FEAST, List.of()), Map.of()));

        for (var open : List.of(nights, closedTuesday)) {
            assertThat(open.stretches(at("2026-06-01T00:00:00Z"), at("2026-06-03T00:00:00Z"))).as(open.name())
                    .containsExactly(new Stretch(at("2026-06-01T22:00:00Z"), at("2026-06-02T06:00:00Z")));
        }
        assertThat(closedMonday.stretches(at("2026-06-01T00:00:00Z"), at("2026-06-03T00:00:00Z"))).isEmpty();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
