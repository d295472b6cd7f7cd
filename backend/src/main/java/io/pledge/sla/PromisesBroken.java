package io.pledge.sla;

import java.util.List;

import io.pledge.ticket.EscalationTriggers;
import io.pledge.ticket.TicketId;

/** Promises that were found broken in one look, those of a ticket in the order in which they were made. */
public record PromisesBroken(List<PromiseBroken> all) implements EscalationTriggers {
    public PromisesBroken {
        all = List.copyOf(all);
    }

    /** The tickets that they were made for, each once. */
    public List<TicketId> tickets() {
        return all.stream().map(PromiseBroken::ticket).distinct().toList();
    }
}
