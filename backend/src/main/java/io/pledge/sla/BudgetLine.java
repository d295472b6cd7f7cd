package io.pledge.sla;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;

import io.pledge.config.ConfigNode;
import io.pledge.organisation.Tier;

/** Reads the budgets of a policy line; what does not make sense is refused with file, line and reason. */
final class BudgetLine {
    static final String KEY = "budgets";

    private BudgetLine() {}

    /** @param solution whether the line promises a solution, of whose time a budget is a share */
    static Budgets read(ConfigNode line, boolean solution) {
        return line.optional(KEY).map(node -> {
            if (!solution) {
                throw node.fail("a budget is a share of the time for a resolution, and the line promises none");
            }
            return budgets(node);
        }).orElse(Budgets.NONE);
    }

    private static Budgets budgets(ConfigNode node) {
        node.allow(Arrays.stream(Tier.values()).map(BudgetLine::written).toArray(String[]::new));
        var shares = new EnumMap<Tier, Double>(Tier.class);
        for (var tier : Tier.values()) {
            if (node.has(written(tier))) {
                shares.put(tier, share(node, written(tier)));
            }
        }
        try {
            return new Budgets(shares);
        } catch (IllegalArgumentException tooMuch) {
            throw node.fail(tooMuch.getMessage());
        }
    }

    private static double share(ConfigNode node, String tier) {
        double share = node.number(tier);
        if (!Budgets.isShare(share)) {
            throw node.fail(tier, "a budget is a share above 0 and at most 1");
        }
        return share;
    }

    private static String written(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
