package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/**
 * What a tier has used of its share of the time for a solution, at a moment. An overrun is no breach: to the customer the
 * promise of the solution counts and nothing else.
 *
 * @param round counts from 1 the times for which the case was given a full allowance: a solution promised anew after a
 *     broken one gives every tier its whole budget once more
 * @param allowance under the terms in force; null for a tier that may use what it needs
 * @param used working time of the solution that ran while the tier had the case
 * @param overrunAt when the allowance was used up and the tier went on; the first time stays, whatever the terms became
 * @param run its clock while it runs; null while it stands still
 * @param spells when the tier had the case while the solution's clock ran, in order
 */
public record TierBudget(Tier tier, int round, @Nullable WorkingTime allowance, WorkingTime used, State state,
        @Nullable Instant overrunAt, @Nullable Run run, List<Spell> spells) {

    /** Where a budget stands. */
    public enum State {
        /** The tier has the case, and the clock runs. */
        RUNNING,
        /** Another tier has the case, or the clock of the solution stands still. */
        WAITING,
        /** More is used than was allowed. */
        OVER,
        /** The promise of the solution is settled, and no more is used. */
        FINISHED
    }

    /**
     * A clock that runs.
     *
     * @param since from when it counts
     * @param until when the promise of the solution is due, and its clock stops
     * @param usedBefore what was used by then
     * @param target whose calendar counts
     * @param runsOutAt when the allowance will be used up; null where that is over, or the solution is due before
     * @param overFrom the first moment at which more is used than was allowed; null as above
     */
    public record Run(Instant since, Instant until, WorkingTime usedBefore, Target target, @Nullable Instant runsOutAt,
            @Nullable Instant overFrom) {}

    /**
     * A time during which the tier had the case and the solution's clock ran.
     *
     * @param promise the sequence of the promise of a solution that it belongs to
     * @param holder who had the case when it began
     * @param counted the working time in it
     */
    public record Spell(int promise, Promise.Holder holder, Instant from, Instant to, WorkingTime counted) {}

    /** By how much the budget is overdrawn; nothing where it is not. */
    public WorkingTime over() {
        return allowance == null || used.compareTo(allowance) <= 0 ? WorkingTime.ZERO : used.minus(allowance);
    }

    /** What is left of the budget; null for a tier that may use what it needs. */
    public @Nullable WorkingTime remaining() {
        return allowance == null ? null : allowance.minus(used).plus(over());
    }

    /** When it will run out if nothing happens; null where it does not run, is over, or the solution is due before. */
    public @Nullable Instant runsOutAt() {
        return run == null ? null : run.runsOutAt;
    }

    /** Whether the tier has a share of the time, and has begun to use it. */
    boolean begun() {
        return allowance != null && (run != null || !used.isZero() || overrunAt != null);
    }

    WorkingTime allowed() {
        return Objects.requireNonNull(allowance, "it has no budget");
    }
}
