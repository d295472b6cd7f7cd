package io.pledge.sla;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.BusinessCalendar;

import static org.assertj.core.api.Assertions.assertThat;

/** Which calendar a name means. */
class CalendarsTests {
    private final Calendars calendars = new Calendars(
            Map.of(Calendars.ALWAYS, new Calendars.Versioned(BusinessCalendar.always(), 3)));

    @Test
    void forCasesOfAUnitThatWasClosedAndWhoseCalendarIsGoneEveryHourCounts() {
        assertThat(calendars.inForce("office-of-old").version()).isEqualTo(3);
    }
}
