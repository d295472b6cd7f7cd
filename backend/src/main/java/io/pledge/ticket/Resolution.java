package io.pledge.ticket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * What an engineer did about a case, and what the customer said to it.
 *
 * @param closesAt when the case is closed unless the customer answers
 * @param reminders how often a silent customer was reminded
 * @param outcome null while the customer has not answered
 * @param reason the customer's reason for a no
 */
public record Resolution(long id, TicketId ticket, @Nullable PersonId resolvedBy, Instant resolvedAt, Instant closesAt,
        String cause,
        String remedy, String prevention, int reminders, @Nullable Outcome outcome, @Nullable String reason,
        @Nullable Instant outcomeAt) {

    /** What became of a resolution. */
    public enum Outcome {
        CONFIRMED, REJECTED, SILENT, WITHDRAWN
    }
}
