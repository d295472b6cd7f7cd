package io.pledge.report;

import java.util.Collection;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;

/**
 * How often and by how much a unit overran its tier's share of the time for a solution.
 *
 * @param over the working time that was used beyond the shares until now
 */
public record OverrunCount(UnitId unit, Tier tier, long count, WorkingTime over) {

    /** How many they are together. */
    public static long count(Collection<OverrunCount> parts) {
        return parts.stream().mapToLong(OverrunCount::count).sum();
    }

    /** By how much all of them are over. */
    public static WorkingTime over(Collection<OverrunCount> parts) {
        return parts.stream().map(OverrunCount::over).reduce(WorkingTime.ZERO, WorkingTime::plus);
    }

    OverrunCount plus(OverrunCount other) {
        return new OverrunCount(unit, tier, count + other.count, over.plus(other.over));
    }
}
