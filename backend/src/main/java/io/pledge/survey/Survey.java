package io.pledge.survey;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketId;

/**
 * What a customer is asked after a case closed.
 *
 * @param participant whom it is sent to
 * @param dueAt when it is sent
 * @param sentAt null while it is not due yet, and where it was dropped
 * @param expiresAt until when it can be answered
 * @param dropped why nobody was asked; null where somebody was or will be
 */
public record Survey(long id, TicketId ticket, long participant, Instant dueAt, @Nullable Instant sentAt,
        @Nullable Instant expiresAt, @Nullable Dropped dropped) {

    /** Why nobody was asked. */
    public enum Dropped {
        /** The case was open again before the question was due. */
        REOPENED,
        /** The same person was asked about another case not long ago. */
        ASKED_LATELY,
        /** They left no address for mail. */
        NO_ADDRESS
    }
}
