package io.pledge.sla;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketId;

/**
 * A promise as it is and as it would be under a draft. The two are of the same place in the ticket's ledger: the same kind and sequence.
 *
 * @param before null where only the draft makes it
 * @param after null where the draft does not make it
 */
public record TriedPromise(TicketId ticket, PromiseKind kind, int sequence, @Nullable Promise before,
        @Nullable Promise after) {

    /** Whether the draft leaves it as it is. */
    public boolean unchanged() {
        return Objects.equals(before, after);
    }
}
