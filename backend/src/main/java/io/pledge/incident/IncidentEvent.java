package io.pledge.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/** Something that happened to an incident, announced inside the transaction that wrote it down. */
public sealed interface IncidentEvent {
    Incident incident();

    /**
     * Somebody speaks for it from now on.
     *
     * @param by who said so
     * @param ticket one of its cases
     */
    record Led(Incident incident, PersonId by, TicketId ticket, Instant at) implements IncidentEvent {}

    /** A customer said that it is not solved for them. */
    record SaidNo(Incident incident, TicketId ticket, @Nullable String reason, Instant at) implements IncidentEvent {}
}
