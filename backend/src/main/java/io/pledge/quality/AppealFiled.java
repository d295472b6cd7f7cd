package io.pledge.quality;

import java.time.Instant;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/** Somebody found responsible appealed. Published inside the transaction. */
public record AppealFiled(long appeal, long ruling, TicketId ticket, PersonId by, Instant at, Instant decideBy) {}
