package io.pledge.sla;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;

/**
 * Which promises of a trial are listed: those that a figure counts.
 *
 * @param figure null lists every promise
 * @param unit only what this unit is credited with; null for all
 * @param kind only promises of this kind; null for all
 * @param skipped how many of them are passed over, those of the pages before
 * @param size at most how many are listed; none where it is 0
 */
public record TrialList(@Nullable TrialFigure figure, @Nullable UnitId unit, @Nullable PromiseKind kind,
        long skipped, int size) {

    /** No list. */
    public static TrialList none() {
        return new TrialList(null, null, null, 0, 0);
    }

    boolean holds(TriedPromise one) {
        return (kind == null || kind == one.kind())
                && (figure == null || figure.counts(one) && (unit == null || unit.equals(figure.unit(one))));
    }
}
