package io.pledge.sla;

import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;

/**
 * What a trial counts. A figure and the list behind it go by the same question, so that they cannot differ. Kept and broken are counted
 * as in every report: overdue is broken while it is still open, and what a reopening voided counts nowhere. Superseded and unconfirmed
 * stand beside, outside the share.
 */
public enum TrialFigure {
    KEPT_BEFORE(TrialFigure::kept, null), KEPT_AFTER(null, TrialFigure::kept),
    /** Answered late or not at all. */
    BROKEN_BEFORE(TrialFigure::broken, null), BROKEN_AFTER(null, TrialFigure::broken),
    /** Its time has not come, or it is paused. */
    OPEN_BEFORE(TrialFigure::open, null), OPEN_AFTER(null, TrialFigure::open),
    /** Replaced by another time. */
    SUPERSEDED_BEFORE(TrialFigure::superseded, null), SUPERSEDED_AFTER(null, TrialFigure::superseded),
    /** In time, settled by the customer's silence: not among the kept. What was late is among the broken, silence or not. */
    UNCONFIRMED_BEFORE(TrialFigure::unconfirmed, null), UNCONFIRMED_AFTER(null, TrialFigure::unconfirmed),
    /** In time as it is, with a yes or in silence, and broken under the draft. */
    WOULD_BREAK(TrialFigure::inTime, TrialFigure::broken),
    /** Broken as it is, in time under the draft, with a yes or in silence. */
    WOULD_BE_KEPT(TrialFigure::broken, TrialFigure::inTime);

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

    private static boolean inTime(Promise promise) {
        return promise.state() == PromiseState.KEPT && !promise.voided();
    }

    private static boolean kept(Promise promise) {
        return inTime(promise) && !promise.unconfirmed();
    }

    private static boolean broken(Promise promise) {
        return promise.state() == PromiseState.BROKEN;
    }

    private static boolean open(Promise promise) {
        return !promise.state().settled();
    }

    private static boolean superseded(Promise promise) {
        return promise.state() == PromiseState.SUPERSEDED;
    }

    private static boolean unconfirmed(Promise promise) {
        return inTime(promise) && promise.unconfirmed();
    }
}
