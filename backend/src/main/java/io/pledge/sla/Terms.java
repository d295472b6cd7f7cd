package io.pledge.sla;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a policy promises a ticket, with the versions of policy and calendars under which it was promised. A later change
 * of either does not move it.
 *
 * @param line name of the policy line that matched
 * @param policyVersion the stored version of the policy file, 0 where it is not stored (a simulation)
 * @param targets what is promised; acknowledgement and progress are always there
 * @param warningShare share of the allowance after which the watch warns, above 0 and at most 1
 * @param acknowledgedBy whose message keeps the acknowledgement
 * @param pauses which kinds wait while the ticket is on hold; progress never does
 * @param chain how a broken promise climbs
 * @param budgets which share of the time for a solution each tier may use
 * @param silence how long a silent customer is waited for once it is solved; null leaves it to the setting for all
 */
public record Terms(String line, long policyVersion, Map<PromiseKind, Target> targets, double warningShare,
        AcknowledgedBy acknowledgedBy, Set<PromiseKind> pauses, Chain chain, Budgets budgets,
        @Nullable Target silence) {

    /** Terms that leave it to the setting for all how long a silent customer is waited for. */
    public Terms(String line, long policyVersion, Map<PromiseKind, Target> targets, double warningShare,
            AcknowledgedBy acknowledgedBy, Set<PromiseKind> pauses, Chain chain, Budgets budgets) {
        this(line, policyVersion, targets, warningShare, acknowledgedBy, pauses, chain, budgets, null);
    }

    public Terms {
        if (!targets.containsKey(PromiseKind.ACKNOWLEDGEMENT) || !targets.containsKey(PromiseKind.PROGRESS)) {
            throw new IllegalArgumentException("acknowledgement and progress are promised to everybody");
        }
        if (!(warningShare > 0 && warningShare <= 1)) {
            throw new IllegalArgumentException("the warning share lies above 0 and at most at 1");
        }
    }

    boolean pauses(PromiseKind kind) {
        return kind != PromiseKind.PROGRESS && pauses.contains(kind);
    }

    /** Whose message keeps an acknowledgement. */
    public enum AcknowledgedBy {
        /** A message or logged call of a person. */
        PERSON,
        /** Also the automatic apology, once the channel accepted it. */
        AUTOMATIC
    }
}
