package io.pledge.ticket;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.CustomerId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;

/**
 * What of a queue somebody wants to see; what is null is not asked for.
 *
 * @param unit only cases that this very unit holds
 * @param text words in the title, or a number of a case
 */
public record QueueFilter(QueueView view, @Nullable UnitId unit, @Nullable TicketKind kind,
        @Nullable Severity severity, @Nullable Tier tier, @Nullable CustomerId customer, @Nullable String text) {

    /** Everything that this view shows. */
    public static QueueFilter of(QueueView view) {
        return new QueueFilter(view, null, null, null, null, null, null);
    }
}
