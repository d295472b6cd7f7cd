package io.pledge.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * A problem report, or a fix promised for one, in the list behind a figure.
 *
 * @param sequence of the promise; 0 for the report itself
 * @param at by which the list is ordered: when the fix was due, when the report was submitted
 * @param dueAt null for a report
 * @param acceptedAt when the customer said yes to the fix; null while nobody did, and for a report
 * @param unit who has the case, or is credited with the promise
 */
public record ProductFix(TicketId ticket, int sequence, String title, TicketKind kind, Severity severity,
        @Nullable String customer, UnitId unit, Instant submittedAt, Instant at, @Nullable Instant dueAt,
        @Nullable Instant acceptedAt) {

    /** Where the list goes on after this one. */
    public Cursor cursor() {
        return new Cursor(at, ticket.value(), sequence);
    }

    /** The last of a page. */
    public record Cursor(Instant at, long ticket, int sequence) {}
}
