package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a fresh reading of one ticket changes in the stored budgets of its tiers.
 *
 * @param changed new or different
 * @param gone stored, and not there any more
 */
record BudgetProjection(List<Change> changed, List<BudgetRow> gone) {

    /** @param before null where the budget is new */
    record Change(@Nullable BudgetRow before, BudgetRow after) {
        Stream<BudgetOverrun> overrun() {
            var by = after.overrunBy();
            return by == null || before != null && before.overrunAt() != null
                    ? Stream.empty()
                    : Stream.of(new BudgetOverrun(after.ticket(), after.tier(), after.round(),
                            Objects.requireNonNull(after.overrunAt()), Objects.requireNonNull(after.detectedAt()),
                            by.unit(), by.person()));
        }
    }

    static BudgetProjection of(TicketLedger ledger, Instant looked) {
        var now = ledger.readUntil(looked);
        var stored = ledger.budgets().stream().collect(Collectors.toMap(BudgetRow::key, Function.identity()));
        var after = BudgetLedger.read(ledger, now).stream().filter(TierBudget::begun)
                .map(budget -> row(ledger, budget, stored, now))
                .collect(Collectors.toMap(BudgetRow::key, Function.identity()));
        return new BudgetProjection(
                after.values().stream().map(row -> new Change(stored.get(row.key()), row))
                        .filter(change -> !change.after.equals(change.before)).toList(),
                stored.values().stream().filter(row -> !after.containsKey(row.key())).toList());
    }

    private static BudgetRow row(TicketLedger ledger, TierBudget budget, Map<BudgetRow.Key, BudgetRow> stored,
            Instant now) {
        var before = Optional.ofNullable(stored.get(new BudgetRow.Key(budget.tier(), budget.round())));
        return BudgetRow.of(ledger, budget, before.map(BudgetRow::detectedAt).orElse(now));
    }
}
