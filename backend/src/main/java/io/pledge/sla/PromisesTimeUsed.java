package io.pledge.sla;

import java.util.Collection;
import java.util.List;

import io.pledge.ticket.TicketId;

/** Promises of which one look found a share of the time used, of which people up the line are told. */
public record PromisesTimeUsed(List<PromiseTimeUsed> all) {
    public PromisesTimeUsed {
        all = List.copyOf(all);
    }

    /** The tickets, each once. */
    public Collection<TicketId> tickets() {
        return all.stream().map(PromiseTimeUsed::ticket).distinct().toList();
    }
}
