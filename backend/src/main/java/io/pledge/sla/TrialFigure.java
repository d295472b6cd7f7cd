package io.pledge.sla;

import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;

/**
 * What a trial counts. A figure and the list behind it go by the same question, so that they cannot differ. Kept and broken are counted
 * as in every report: overdue is broken while it is still open, and what a reopening voided counts nowhere. Superseded and unconfirmed
 * stand beside.
 */
public enum TrialFigure {
    KEPT_BEFORE(TrialFigure::kept, null), KEPT_AFTER(null, TrialFigure::kept),
    /** Answered late or not at all. */
    BROKEN_BEFORE(TrialFigure::broken, null), BROKEN_AFTER(null, TrialFigure::broken),
    /** Its time has not come, or it is paused. */
    OPEN_BEFORE(TrialFigure::open, null), OPEN_AFTER(null, TrialFigure::open),
    /** Replaced by another time. */
    SUPERSEDED_BEFORE(TrialFigure::superseded, null), SUPERSEDED_AFTER(null, TrialFigure::superseded),
    /** Settled by the customer's silence; among the kept or broken as well. */
    UNCONFIRMED_BEFORE(TrialFigure::unconfirmed, null), UNCONFIRMED_AFTER(null, TrialFigure::unconfirmed),
    /** Kept as it is, broken under the draft. */
    WOULD_BREAK(TrialFigure::kept, TrialFigure::broken),
    /** Broken as it is, kept under the draft. */
    WOULD_BE_KEPT(TrialFigure::broken, TrialFigure::kept);

    private final @Nullable Predicate<Promise> before;
    private final @Nullable Predicate<Promise> after;

    TrialFigure(@Nullable Predicate<Promise> before, @Nullable Predicate<Promise> after) {
        this.before = before;
        this.after = after;
    }

    /** Whether a promise is among those counted. */
    public boolean counts(TriedPromise one) {
        return fits(before, one.before()) && fits(after, one.after());
    }

    /** Whose promise it is, as this figure counts it: by the draft where the figure asks about the draft. */
    UnitId unit(TriedPromise one) {
        return Objects.requireNonNull(after == null ? one.before() : one.after()).credit().unit();
    }

    private static boolean fits(@Nullable Predicate<Promise> wanted, @Nullable Promise promise) {
        return wanted == null || promise != null && wanted.test(promise);
    }

    private static boolean kept(Promise promise) {
        return promise.state() == PromiseState.KEPT && !promise.voided();
    }

    private static boolean broken(Promise promise) {
        return promise.state() == PromiseState.BROKEN && !promise.voided();
    }

    private static boolean open(Promise promise) {
        return !promise.state().settled();
    }

    private static boolean superseded(Promise promise) {
        return promise.state() == PromiseState.SUPERSEDED;
    }

    private static boolean unconfirmed(Promise promise) {
        return promise.unconfirmed() && (kept(promise) || broken(promise));
    }
}
