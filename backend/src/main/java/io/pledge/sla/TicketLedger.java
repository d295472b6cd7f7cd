package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketId;

/** What is stored of one ticket's promises: its facts, events, holders, and the promises as last projected. */
record TicketLedger(Facts facts, List<LedgerEvent> events, List<Held> holders, List<Promise> promises) {

    record Facts(TicketId ticket, String kind, String severity, @Nullable String level, @Nullable Long customer,
            @Nullable Long accountManager) {}

    record Held(Instant since, Promise.Holder holder) {}

    /** Who had the ticket at a moment. */
    Promise.Holder holderAt(Instant at) {
        var found = holders.getFirst().holder;
        for (var held : holders) {
            if (!held.since.isAfter(at)) {
                found = held.holder;
            }
        }
        return found;
    }
}
