package io.pledge.quality;

import java.time.Instant;

import io.pledge.ticket.TicketId;

/**
 * A case that waits for a ruling, or had one.
 *
 * @param title of the case
 * @param dueAt by when quality rules on it
 */
public record Review(TicketId ticket, String title, Reason reason, Instant openedAt, Instant dueAt, boolean ruled) {

    /** Why it came before quality. */
    public enum Reason {
        COMPLAINT, LOW_SCORE, REOPENED, SENT
    }
}
