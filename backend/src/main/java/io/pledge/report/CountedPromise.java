package io.pledge.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sla.PromiseKind;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * A promise in the list behind a figure.
 *
 * @param countsAt when it fell due, or was settled while it had no due time
 * @param outcome KEPT, LATE, OVERDUE, RUNNING, MOVED or UNCONFIRMED
 * @param outcomeAt when word came; null while it has not
 * @param used share of its time that was used, from 0 to 1, as far as it is running
 */
public record CountedPromise(TicketId ticket, String title, TicketKind ticketKind, Severity severity,
        @Nullable String customer, PromiseKind kind, int sequence, Instant madeAt, Instant countsAt,
        @Nullable Instant dueAt, @Nullable Instant warnAt, @Nullable Instant outcomeAt, PromiseOutcome outcome,
        boolean unconfirmed, UnitId unit, Tier tier, @Nullable PersonId person, String policyLine) {

    /** Where the list goes on after this one. */
    public Cursor cursor() {
        return new Cursor(countsAt, ticket.value(), kind, sequence);
    }

    /** The last of a page. */
    public record Cursor(Instant countsAt, long ticket, PromiseKind kind, int sequence) {}
}
