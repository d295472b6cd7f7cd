package io.pledge.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/** Adds up what one tier uses in one round, part by part in the order of time. */
final class TierTally {
    private final Tier tier;
    private final List<TierBudget.Spell> spells = new ArrayList<>();
    private WorkingTime used = WorkingTime.ZERO;
    private @Nullable Instant overrunAt;
    private @Nullable WorkingTime overran;

    TierTally(Tier tier) {
        this.tier = tier;
    }

    void add(int promise, Reign.Part part) {
        if (overrunAt == null) {
            part.reign().budget().filter(allowance -> used.plus(part.length()).compareTo(allowance) > 0)
                    .ifPresent(allowance -> {
                        overran = allowance;
                        overrunAt = usedUp(allowance.minus(used), part);
                    });
        }
        used = used.plus(part.length());
        spells.add(new TierBudget.Spell(promise, part.reign().holder(), part.from(), part.to(), part.length()));
    }

    /** At once where nothing was left, such as under terms that give less than was used before. */
    private static Instant usedUp(WorkingTime left, Reign.Part part) {
        return left.compareTo(WorkingTime.ZERO) > 0
                ? part.after(left)
                : part.leg().target().calendar().nextOpen(part.from());
    }

    /** Whether there is anything to say of the tier. */
    boolean told(Optional<WorkingTime> allowance) {
        return allowance.isPresent() || !spells.isEmpty();
    }

    /**
     * Where the tier stands.
     *
     * @param inForce its allowance under the terms in force; empty where they give it none
     * @param running what lies ahead of it until the promise is due; empty while its clock stands still
     * @param settled whether the promise of the solution is settled
     */
    TierBudget read(int round, Optional<WorkingTime> inForce, Optional<Reign.Part> running, Instant asOf,
            boolean settled) {
        var allowance = inForce.orElse(overran);
        var run = running.map(part -> run(part, allowance, asOf)).orElse(null);
        return new TierBudget(tier, round, allowance, used, state(allowance, run != null, settled), overrunAt, run,
                List.copyOf(spells));
    }

    private TierBudget.State state(@Nullable WorkingTime allowance, boolean runs, boolean settled) {
        if (allowance != null && used.compareTo(allowance) > 0) {
            return TierBudget.State.OVER;
        }
        return settled
                ? TierBudget.State.FINISHED
                : runs ? TierBudget.State.RUNNING : TierBudget.State.WAITING;
    }

    private TierBudget.Run run(Reign.Part ahead, @Nullable WorkingTime allowance, Instant asOf) {
        var leg = ahead.leg();
        var sinceThen = leg.target().calendar().between(leg.from(), asOf).minus(ahead.before());
        var before = used.minus(sinceThen);
        var left = allowance == null ? null : allowance.minus(before);
        // until the very due time the promise can be kept: only what is used up before it can be overdrawn
        boolean runsOut = left != null && used.compareTo(allowance) <= 0 && left.compareTo(ahead.length()) < 0;
        return new TierBudget.Run(ahead.after(WorkingTime.ZERO), ahead.to(), before, leg.target(),
                runsOut ? ahead.after(left) : null,
                runsOut ? ahead.after(left.plus(WorkingTime.ofSeconds(1))) : null);
    }
}
