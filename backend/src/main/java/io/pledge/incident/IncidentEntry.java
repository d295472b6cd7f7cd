package io.pledge.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/**
 * A line of an incident's history.
 *
 * @param person who did it; null for nobody
 * @param ticket the case that it is about; null for none, or several
 * @param detail how many cases, or the id of a person; empty for none
 */
public record IncidentEntry(long id, What what, @Nullable PersonId person, @Nullable TicketId ticket, String detail,
        Instant at) {

    /** What happened. */
    public enum What {
        DECLARED, ATTACHED, DETACHED, LED, SHOWN, HIDDEN, WRITTEN, RESOLVED, SAID_NO, CLOSED
    }
}
