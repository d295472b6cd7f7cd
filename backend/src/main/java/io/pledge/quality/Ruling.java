package io.pledge.quality;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/**
 * What quality ruled on a case. It never changes; a later one supersedes it.
 *
 * @param title of the case
 * @param cause null only where the complaint was not valid
 * @param responsible null only where the complaint was not valid
 * @param appealUntil until when those responsible can appeal
 * @param superseded whether a later ruling took its place
 */
public record Ruling(long id, TicketId ticket, String title, Verdict verdict, @Nullable Cause cause,
        @Nullable Responsible responsible, String reasoning, PersonId by, Instant at, Instant appealUntil,
        boolean superseded) {}
