package io.pledge.quality;

import java.time.Instant;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/**
 * An appeal was decided. Published inside the transaction; where it was granted, a {@link RulingMade} goes before it.
 *
 * @param appellant who had appealed
 */
public record AppealDecided(long appeal, long ruling, TicketId ticket, boolean granted, PersonId appellant,
        PersonId by, Instant at) {}
