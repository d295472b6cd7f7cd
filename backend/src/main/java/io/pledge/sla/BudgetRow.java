package io.pledge.sla;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.ticket.TicketId;

/**
 * A tier's budget as it is stored. It stays the same while time passes and nothing happens.
 *
 * @param used until the clock began to run, or, while it stands still, all that was used
 * @param runningSince from when the clock counts; null while it stands still, as are the next two
 * @param attentionAt when the watch must look; null when nothing will happen by itself
 * @param detectedAt when the overrun was noticed
 * @param overrunBy who had the ticket then; null while it is not overrun
 */
record BudgetRow(TicketId ticket, Tier tier, int round, WorkingTime allowance, WorkingTime used,
        @Nullable Instant runningSince, @Nullable Instant runningUntil, @Nullable Long calendarVersion,
        @Nullable Instant attentionAt, @Nullable Instant overrunAt, @Nullable Instant detectedAt,
        Promise.@Nullable Holder overrunBy) {

    /**
     * A budget to be stored.
     *
     * @param detected when an overrun was noticed
     */
    static BudgetRow of(TicketLedger ledger, TierBudget budget, Instant detected) {
        var run = budget.run();
        var overrun = budget.overrunAt();
        var running = run == null ? new BudgetRow(ledger, budget) : new BudgetRow(ledger, budget, run);
        return overrun == null ? running : running.overrun(overrun, detected, ledger.holderAt(overrun));
    }

    private BudgetRow(TicketLedger ledger, TierBudget budget) {
        this(ledger.facts().ticket(), budget.tier(), budget.round(), budget.allowed(), budget.used(), null, null, null,
                null, null, null, null);
    }

    private BudgetRow(TicketLedger ledger, TierBudget budget, TierBudget.Run run) {
        this(ledger.facts().ticket(), budget.tier(), budget.round(), budget.allowed(), run.usedBefore(), run.since(),
                run.until(), run.target().calendarVersion(), run.overFrom(), null, null, null);
    }

    /** Found once: whatever it uses from now on, nobody needs to look again. */
    private BudgetRow overrun(Instant at, Instant detected, Promise.Holder by) {
        return new BudgetRow(ticket, tier, round, allowance, used, runningSince, runningUntil, calendarVersion, null,
                at, detected, by);
    }

    /** What tells the budgets of a ticket apart. */
    record Key(Tier tier, int round) {}

    Key key() {
        return new Key(tier, round);
    }
}
