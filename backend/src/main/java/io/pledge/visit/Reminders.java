package io.pledge.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Calendars;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;

/** Reminds whoever travels of it when their unit opens on the working day before. */
@Component
public class Reminders {
    private static final int BATCH = 200;
    private static final int DAYS_BACK = 14;
    private static final Duration STEP = Duration.ofMinutes(30);

    private final VisitRows rows;
    private final Staff staff;
    private final Units units;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;

    Reminders(VisitRows rows, Staff staff, Units units, Calendars calendars, ApplicationEventPublisher events) {
        this.rows = rows;
        this.staff = staff;
        this.units = units;
        this.calendars = calendars;
        this.events = events;
    }

    /**
     * Announces one batch of visits that come on the next working day.
     *
     * @return how many there were; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var due = rows.takeReminders(now, BATCH);
        due.stream().filter(visit -> visit.state().ahead())
                .forEach(visit -> events.publishEvent(new VisitEvent.ComesSoon(visit)));
        return due.size();
    }

    /** When the engineer is to be reminded; null where that has passed: they hear of it only now. */
    @Nullable
    Instant due(PersonId engineer, Window window, Instant now) {
        var unit = units.unit(staff.person(engineer).unit());
        var day = LocalDate.ofInstant(window.from(), unit.zone());
        for (int back = 1; back <= DAYS_BACK; back++) {
            var start = day.minusDays(back).atTime(LocalTime.MIDNIGHT).atZone(unit.zone()).toInstant();
            var end = day.minusDays(back - 1L).atTime(LocalTime.MIDNIGHT).atZone(unit.zone()).toInstant();
            for (var at = start; at.isBefore(end); at = at.plus(STEP)) {
                if (calendars.isOpen(unit.calendar(), at)) {
                    return at.isAfter(now) ? at : null;
                }
            }
        }
        return null;
    }
}
