package io.pledge.sla;

import java.time.Instant;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.WorkingTime;

/**
 * One line of a policy: so much working time on this calendar. Real time is working time on a calendar that never closes.
 *
 * @param calendarVersion the stored version of the calendar, 0 where it is not stored (a simulation)
 */
public record Target(WorkingTime allowance, BusinessCalendar calendar, long calendarVersion) {

    /** What a time that a person named allows, on the same calendar. */
    Target upTo(Instant madeAt, Instant dueAt) {
        return new Target(calendar.between(madeAt, dueAt), calendar, calendarVersion);
    }

    /** Whether it is as much time on the same version of the same calendar, wherever the calendar was read from. */
    boolean isLike(Target other) {
        return allowance.equals(other.allowance) && calendarVersion == other.calendarVersion
                && calendar.name().equals(other.calendar.name());
    }
}
