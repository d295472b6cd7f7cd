package io.pledge.sla;

import java.util.Map;
import java.util.Optional;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/**
 * Which share of the time for a solution each tier may use: an agreement among the tiers (OLA), of which the customer is
 * told nothing.
 *
 * @param shares above 0, at most 1 together; a tier without one may use what it needs
 */
public record Budgets(Map<Tier, Double> shares) {
    /** No tier has a budget. */
    public static final Budgets NONE = new Budgets(Map.of());

    /** Shares such as 0.7, 0.2 and 0.1 do not add up to 1 exactly. */
    private static final double ROUNDING = 1e-9;

    public Budgets {
        shares = Map.copyOf(shares);
        if (!shares.values().stream().allMatch(Budgets::isShare)) {
            throw new IllegalArgumentException("a budget is a share above 0 and at most 1");
        }
        if (sum(shares) > 1 + ROUNDING) {
            throw new IllegalArgumentException("the budgets are more than the whole time together");
        }
    }

    static boolean isShare(double share) {
        return share > 0 && share <= 1;
    }

    private static double sum(Map<Tier, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What a tier may use of an allowance. */
    Optional<WorkingTime> of(Tier tier, WorkingTime allowance) {
        return Optional.ofNullable(shares.get(tier)).map(allowance::share);
    }
}
