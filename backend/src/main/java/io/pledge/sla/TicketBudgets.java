package io.pledge.sla;

import java.time.Instant;
import java.util.Collection;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads the budgets of the tiers anew, stores what changed, and announces which are overrun. */
@Component
class TicketBudgets {
    private final BudgetRows rows;
    private final ApplicationEventPublisher events;

    TicketBudgets(BudgetRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** For tickets that are locked, in the caller's transaction. */
    void project(Collection<TicketLedger> ledgers, Instant now) {
        var projections = ledgers.stream().map(ledger -> BudgetProjection.of(ledger, now)).toList();
        var changes = projections.stream().flatMap(projection -> projection.changed().stream()).toList();
        rows.write(changes.stream().map(BudgetProjection.Change::after).toList());
        rows.remove(projections.stream().flatMap(projection -> projection.gone().stream()).toList());
        var overrun = changes.stream().flatMap(BudgetProjection.Change::overrun).toList();
        if (!overrun.isEmpty()) {
            events.publishEvent(new BudgetsOverrun(overrun));
        }
    }
}
