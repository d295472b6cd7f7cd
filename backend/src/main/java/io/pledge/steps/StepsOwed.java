package io.pledge.steps;

import java.time.Instant;
import java.util.List;

import io.pledge.ticket.TicketId;

/** Steps that somebody is to be told of, found at the same moment. */
public record StepsOwed(Instant now, List<Owed> all) {
    public StepsOwed {
        all = List.copyOf(all);
    }

    public List<TicketId> tickets() {
        return all.stream().map(one -> one.step.ticket()).distinct().toList();
    }

    /**
     * A step.
     *
     * @param known whether who owes it was told before
     */
    public record Owed(CaseStep step, boolean known) {}
}
