package io.pledge.ticket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/**
 * A case's move up one tier.
 *
 * @param tried what was tried below, in the words of whoever asked for help
 * @param takeBy when it climbs further unless somebody takes it
 * @param climbedAt when it left the unit untaken
 */
public record Escalation(long id, TicketId ticket, EscalationCause cause, String reason, @Nullable String tried,
        @Nullable PersonId raisedBy, UnitId from, UnitId to, Instant raisedAt, Instant takeBy,
        @Nullable PersonId takenBy, @Nullable Instant takenAt, @Nullable Instant climbedAt,
        @Nullable Instant handedBackAt, @Nullable String instructions) {}
