package io.pledge.sla;

import java.util.List;

import io.pledge.ticket.TicketId;

/** Budgets that were found overrun in one look. */
public record BudgetsOverrun(List<BudgetOverrun> all) {
    public BudgetsOverrun {
        all = List.copyOf(all);
    }

    /** The tickets that they belong to, each once. */
    public List<TicketId> tickets() {
        return all.stream().map(BudgetOverrun::ticket).distinct().toList();
    }
}
