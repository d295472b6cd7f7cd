package io.pledge.ticket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/**
 * A case's move up.
 *
 * @param tried what was tried below, in the words of whoever asked for help
 * @param step which step of its chain it is, counted from 1
 * @param begunAt when the chain began in which this is a step
 * @param takeBy when it climbs further unless somebody takes it; null where it does not by itself
 * @param climbedAt when it left the unit untaken
 */
public record Escalation(long id, TicketId ticket, EscalationCause cause, String reason, @Nullable String tried,
        @Nullable PersonId raisedBy, UnitId from, UnitId to, Instant raisedAt, int step, Instant begunAt,
        @Nullable Instant takeBy, @Nullable PersonId takenBy, @Nullable Instant takenAt, @Nullable Instant climbedAt,
        @Nullable Instant handedBackAt, @Nullable String instructions) {

    /** Whether somebody still has to take the case. */
    public boolean waits() {
        return takenAt == null && climbedAt == null && handedBackAt == null;
    }

    /** Where the case stands by it. */
    public Chains.Place place() {
        return new Chains.Place(ticket, to, step);
    }
}
