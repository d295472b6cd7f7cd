package io.pledge.steps;

import org.jspecify.annotations.Nullable;

/**
 * Who does a step.
 *
 * @param unit the key of the named unit; null for everybody else
 */
public record Doer(Who who, @Nullable String unit) {

    /** Whom a step is for. */
    public enum Who {
        /** Whoever has the case; while nobody has, the head of its unit. */
        HOLDER,
        /** The head of the unit that has the case. */
        HEAD,
        /** The account manager of the customer; the head of the unit where the customer has none. */
        ACCOUNT_MANAGER,
        /** The quality officers. */
        QUALITY,
        /** A named unit. */
        UNIT
    }
}
