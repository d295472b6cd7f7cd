package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.calendar.WorkingTime;
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

    /** What a clock that runs on a stored calendar has counted between two moments; nothing where it is the other way round. */
    public WorkingTime counted(long calendarVersion, Instant since, Instant until) {
        return versions.calendar(calendarVersion).between(since, until);
    }
}
