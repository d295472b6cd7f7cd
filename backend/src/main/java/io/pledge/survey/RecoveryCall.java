package io.pledge.survey;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * The call that a low score asks for.
 *
 * @param title of the case
 * @param customer the person to call; null once erased
 * @param phone their number, if they left one
 * @param score what they gave last
 * @param comment in their words; null for none
 * @param assigned who has to see to it; null while nobody heads the unit
 * @param said what was said, in the words of who called
 */
public record RecoveryCall(long id, TicketId ticket, String title, @Nullable String customer, @Nullable String phone,
        int score, @Nullable String comment, UnitId unit, @Nullable PersonId assigned, Instant openedAt,
        Instant dueAt, @Nullable Instant closedAt, @Nullable PersonId closedBy, @Nullable Outcome outcome,
        @Nullable String said) {

    public boolean open() {
        return closedAt == null;
    }

    /** Whether its time passed without a call. */
    public boolean overdue(Instant now) {
        return open() && now.isAfter(dueAt);
    }

    /** How long before (or, negative, after) its due time it was made. */
    public @Nullable Duration margin() {
        return closedAt == null ? null : Duration.between(closedAt, dueAt);
    }

    /** How the customer felt at the end of the call. */
    public enum Outcome {
        /** Satisfied with what was said. */
        SATISFIED,
        /** Something further was agreed, and is done within a case. */
        AGREED,
        /** Still not satisfied. */
        DISSATISFIED
    }
}
