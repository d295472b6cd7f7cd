package io.pledge.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContractLevel;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.sla.PromiseKind;

/**
 * Which promises are counted: those that fall due in a period. One that was settled while it had no due time counts when it was settled.
 *
 * @param from the first moment of the period
 * @param until the first moment after it
 * @param below only what this unit, or one below it, is credited with
 * @param unit only what this very unit is credited with
 */
public record ReportFilter(Instant from, Instant until, @Nullable ServiceUnit below, @Nullable ServiceUnit unit,
        @Nullable Tier tier, @Nullable PromiseKind kind, @Nullable ContractLevel level) {

    /** Everything that falls due in the period. */
    public static ReportFilter of(Instant from, Instant until) {
        return new ReportFilter(from, until, null, null, null, null, null);
    }

    /** The same of another period. */
    public ReportFilter during(Instant otherFrom, Instant otherUntil) {
        return new ReportFilter(otherFrom, otherUntil, below, unit, tier, kind, level);
    }
}
