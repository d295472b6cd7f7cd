package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far the time of a promise is used up before it is due, counted in the notices of its chain.
 *
 * @param reached how many of them were due by the moment of reading
 * @param next when the next one is due; null where there is none, or the clock stands still
 */
record Ahead(int reached, @Nullable Instant next) {
    /** Of promises that no chain watches before they are due. */
    static final Ahead NONE = new Ahead(0, null);

    /**
     * @param allowance with what is used up to {@code since}, or at all where the clock stands still
     * @param since from when the clock runs; null where it stands still
     * @param asOf the moment of reading
     */
    static Ahead of(Allowance allowance, @Nullable Instant since, Instant asOf) {
        var notices = allowance.terms().chain().before();
        if (since == null) {
            return new Ahead((int) notices.stream().filter(notice -> allowance.used(notice.at())).count(), null);
        }
        List<Instant> moments = notices.stream().map(notice -> allowance.sharedFrom(notice.at(), since)).toList();
        var next = moments.stream().filter(moment -> moment.isAfter(asOf)).findFirst().orElse(null);
        return new Ahead((int) moments.stream().filter(moment -> !moment.isAfter(asOf)).count(), next);
    }
}
