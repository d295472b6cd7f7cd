package io.pledge.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * A tier's share of the time for a solution that was overrun, in the list behind a figure.
 *
 * @param round counts from 1 the times for which the case was given a full allowance
 * @param overrunAt when the share was used up
 * @param over what was used beyond it until now
 * @param running whether that still grows
 * @param unit who had the case when the share was used up, as are tier and person
 */
public record OverrunBudget(TicketId ticket, String title, TicketKind kind, Severity severity,
        @Nullable String customer, int round, Instant overrunAt, WorkingTime allowance, WorkingTime over,
        boolean running, UnitId unit, Tier tier, @Nullable PersonId person) {

    /** Where the list goes on after this one. */
    public Cursor cursor() {
        return new Cursor(overrunAt, ticket.value(), tier, round);
    }

    /** The last of a page. */
    public record Cursor(Instant overrunAt, long ticket, Tier tier, int round) {}
}
