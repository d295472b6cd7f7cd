package io.pledge.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketState;

/**
 * A case of an incident, or one that might be.
 *
 * @param customer whose case it is; who turned to us where that is unknown
 * @param no whether the customer said that it is not solved, and it is open again
 * @param last what became of the last message to all, for this case; null where it was none of those it went to
 */
public record IncidentCase(TicketId id, String title, String customer, Language language, TicketState state,
        UnitId unit, @Nullable PersonId assignee, @Nullable Instant nextDue, Instant submittedAt,
        boolean no, Broadcast.@Nullable Way last) {}
