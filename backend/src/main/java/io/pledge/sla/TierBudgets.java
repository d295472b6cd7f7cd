package io.pledge.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.ticket.TicketId;

/** The budgets of the tiers as they stand, for the staff; the customer is told nothing of them. */
@Component
public class TierBudgets {
    private final LedgerRecords records;
    private final Versions versions;

    TierBudgets(LedgerRecords records, Versions versions) {
        this.records = records;
        this.versions = versions;
    }

    /** The budgets of a ticket at a moment: by round, and in it from the local tier up. */
    @Transactional(readOnly = true)
    public List<TierBudget> of(TicketId ticket, Instant now) {
        return records.load(List.of(ticket)).stream()
                .flatMap(ledger -> BudgetLedger.read(ledger, ledger.readUntil(now)).stream()).toList();
    }

    /** How much each tier had used of the solution that was promised then, at some moments of a ticket's life. */
    @Transactional(readOnly = true)
    public Map<Instant, TierUse> usedBy(TicketId ticket, Collection<Instant> moments) {
        if (moments.isEmpty()) {
            return Map.of();
        }
        var ledger = records.load(ticket);
        return moments.stream().distinct().collect(Collectors.toMap(Function.identity(), at -> use(ledger, at)));
    }

    private static TierUse use(TicketLedger ledger, Instant at) {
        var all = BudgetLedger.read(ledger, at);
        var used = new TreeMap<Tier, WorkingTime>();
        all.stream().filter(budget -> budget.round() == all.getLast().round() && !budget.used().isZero())
                .forEach(budget -> used.put(budget.tier(), budget.used()));
        return new TierUse(used, Reign.of(ledger, at).stream().reduce((_, later) -> later)
                .flatMap(reign -> Optional.ofNullable(reign.terms().targets().get(PromiseKind.RESOLUTION)))
                .map(Target::allowance).orElse(null));
    }

    /** What a clock that runs on a stored calendar has counted between two moments; nothing where it is the other way round. */
    public WorkingTime counted(long calendarVersion, Instant since, Instant until) {
        return versions.calendar(calendarVersion).between(since, until);
    }
}
