package io.pledge.sla;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/**
 * How much of a solution's time each tier had used at a moment.
 *
 * @param used by the tiers that had the case while the clock ran, in the order of tiers
 * @param promised the whole time under the terms in force then; null where they promise no solution
 */
public record TierUse(Map<Tier, WorkingTime> used, @Nullable WorkingTime promised) {

    /** What a tier had used. */
    public WorkingTime used(Tier tier) {
        return used.getOrDefault(tier, WorkingTime.ZERO);
    }

    /** Which share of the promised time a tier had used, from 0; nothing where none was promised. */
    public @Nullable Double share(Tier tier) {
        var time = used.get(tier);
        return promised == null || promised.isZero() || time == null
                ? null
                : (double) time.seconds() / promised.seconds();
    }
}
