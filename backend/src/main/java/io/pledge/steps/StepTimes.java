package io.pledge.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Units;
import io.pledge.sla.WorkingHours;
import io.pledge.steps.StepRows.Opened;
import io.pledge.ticket.Ticket;

/** By when a step is to be done, and when somebody is reminded of it. */
@Component
class StepTimes {
    /** Whoever has the case knows the step; they are reminded when so much of its time is used, in hundredths. */
    private static final int REMINDED_AT = 75;

    private final WorkingHours hours;
    private final Units units;

    StepTimes(WorkingHours hours, Units units) {
        this.hours = hours;
        this.units = units;
    }

    /** A step that can be done from a moment on. Whoever does not have the case is told at once, whoever has it later. */
    Opened opened(Ticket ticket, CaseStep step, Instant at) {
        return due(ticket, step, at).map(due -> new Opened(step, at, due, step.definition().by()
                .who() == Doer.Who.HOLDER ? at.plus(share(Duration.between(at, due))) : at))
                .orElseGet(() -> new Opened(step, at, null, null));
    }

    private static Duration share(Duration whole) {
        return whole.multipliedBy(REMINDED_AT).dividedBy(100);
    }

    private Optional<Instant> due(Ticket ticket, CaseStep step, Instant at) {
        var unit = units.unit(step.unit() == null ? ticket.unit() : step.unit());
        return Optional.ofNullable(step.definition().within()).map(within -> within.always()
                ? at.plus(within.time())
                : hours.after(unit, at, WorkingTime.ofSeconds(within.time().toSeconds())));
    }
}
