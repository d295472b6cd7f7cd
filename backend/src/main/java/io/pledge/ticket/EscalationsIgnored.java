package io.pledge.ticket;

import java.time.Instant;
import java.util.List;

import io.pledge.organisation.UnitId;

/**
 * Nobody took these cases in time, and they climb no further: the chain has ended, or no tier is above. The unit's head is
 * told. Announced for all that were found at the same moment together.
 */
public record EscalationsIgnored(Moment at, List<Case> cases) {
    public EscalationsIgnored {
        cases = List.copyOf(cases);
    }

    /** @param takeBy by when somebody should have taken it */
    public record Case(TicketId ticket, long escalation, UnitId unit, Instant takeBy) {}
}
