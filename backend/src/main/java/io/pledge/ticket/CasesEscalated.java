package io.pledge.ticket;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;

/**
 * Cases moved up and wait there to be taken. Announced inside the transaction that wrote it down, and for all that moved at
 * the same moment together, since after a breakdown these are very many.
 */
public record CasesEscalated(Moment at, Actor by, List<Case> cases) {
    public CasesEscalated {
        cases = List.copyOf(cases);
    }

    public List<TicketId> tickets() {
        return cases.stream().map(Case::ticket).toList();
    }

    /**
     * One of them, each once.
     *
     * @param step which step of its chain it took, counted from 1
     * @param takeBy when it climbs further unless somebody takes it; null where it does not by itself
     * @param begunAt when the chain began in which this is a step
     * @param expectedAt when it should have moved; later than that, it was noticed late
     */
    public record Case(TicketId ticket, long escalation, EscalationCause cause, String reason, UnitId from,
            UnitId to, int step, @Nullable Instant takeBy, Instant begunAt, Instant expectedAt) {}
}
