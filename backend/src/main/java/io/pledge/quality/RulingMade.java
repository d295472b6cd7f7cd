package io.pledge.quality;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/**
 * Quality ruled on a case. Published inside the transaction.
 *
 * @param responsible null where the complaint was not valid
 * @param appealUntil until when those responsible can appeal, at {@code /appraisal}
 */
public record RulingMade(long ruling, TicketId ticket, Verdict verdict, @Nullable Responsible responsible,
        PersonId by, Instant at, Instant appealUntil) {}
