package io.pledge.report;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * A resolved case in the list behind a figure.
 *
 * @param home the unit to which it came
 * @param used the working time of the solution that each tier used; every tier is there
 */
public record SharedCase(TicketId ticket, String title, TicketKind kind, Severity severity, @Nullable String customer,
        UnitId home, Instant resolvedAt, Map<Tier, WorkingTime> used) {

    /** Which share of the time a tier had, from 0 to 1. */
    public double share(Tier tier) {
        long all = used.values().stream().mapToLong(WorkingTime::seconds).sum();
        return (double) used.getOrDefault(tier, WorkingTime.ZERO).seconds() / all;
    }

    /** Where the list goes on after this one. */
    public Cursor cursor() {
        return new Cursor(resolvedAt, ticket.value());
    }

    /** The last of a page. */
    public record Cursor(Instant resolvedAt, long ticket) {}
}
