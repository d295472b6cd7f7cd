package io.pledge.report;

import java.util.Collection;

import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketKind;

/**
 * How the time of resolved cases fell to the tiers.
 *
 * @param unit the region to which the cases came, or the office or headquarters where none stands above
 * @param cases how many they are
 * @param local the sum of the shares that the local tier had in each, as the next two of theirs; all three add up to the cases
 */
public record ShareCount(UnitId unit, TicketKind kind, long cases, double local, double regional,
        double headquarters) {

    /** The mean share of a tier, from 0 to 1: every case counts the same, however long it took. */
    public static double mean(Collection<ShareCount> parts, Tier tier) {
        var cases = cases(parts);
        return cases == 0 ? 0 : parts.stream().mapToDouble(part -> part.of(tier)).sum() / cases;
    }

    /** How many cases they are together. */
    public static long cases(Collection<ShareCount> parts) {
        return parts.stream().mapToLong(ShareCount::cases).sum();
    }

    private double of(Tier tier) {
        return switch (tier) {
            case LOCAL -> local;
            case REGIONAL -> regional;
            case HEADQUARTERS -> headquarters;
        };
    }

    ShareCount plus(ShareCount other) {
        return new ShareCount(unit, kind, cases + other.cases, local + other.local, regional + other.regional,
                headquarters + other.headquarters);
    }
}
