package io.pledge.sla;

import java.time.Instant;

import org.springframework.stereotype.Component;

import io.pledge.calendar.NeverOpen;
import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.ServiceUnit;

/** When units work, by the calendars in force. A unit that never opens again, since its calendar ends, counts as always open. */
@Component
public class WorkingHours {
    private final PoliciesInForce policies;

    WorkingHours(PoliciesInForce policies) {
        this.policies = policies;
    }

    /** The first moment, from the given one on, at which somebody of the unit is at work. */
    public Instant opening(ServiceUnit unit, Instant moment) {
        try {
            return policies.calendar(unit.calendar()).nextOpen(moment);
        } catch (NeverOpen _) {
            return moment;
        }
    }

    /** The moment at which so much of the unit's working time has passed. */
    public Instant after(ServiceUnit unit, Instant from, WorkingTime amount) {
        try {
            return policies.calendar(unit.calendar()).add(from, amount);
        } catch (NeverOpen _) {
            return from.plusSeconds(amount.seconds());
        }
    }
}
