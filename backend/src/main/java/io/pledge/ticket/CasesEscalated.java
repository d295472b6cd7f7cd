package io.pledge.ticket;

import java.time.Instant;
import java.util.List;

import io.pledge.organisation.UnitId;

/**
 * Cases moved one tier up and wait there to be taken. Announced inside the transaction that wrote it down, and for all
 * that moved at the same moment together, since after a breakdown these are very many.
 *
 * @param takeBy when they climb further unless somebody takes them
 */
public record CasesEscalated(Moment at, Instant takeBy, Actor by, List<Case> cases) {
    public CasesEscalated {
        cases = List.copyOf(cases);
    }

    public List<TicketId> tickets() {
        return cases.stream().map(Case::ticket).toList();
    }

    /** One of them, each once. */
    public record Case(TicketId ticket, long escalation, EscalationCause cause, String reason, UnitId from,
            UnitId to) {}
}
