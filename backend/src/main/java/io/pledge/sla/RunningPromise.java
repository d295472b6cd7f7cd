package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;

/** The clock of one promise while the ledger is being read: used so far, and running since, or paused. */
final class RunningPromise {
    final PromiseKind kind;
    final int sequence;
    final Instant madeAt;
    private final double warningShare;
    private final boolean explicit;
    private Target target;
    private WorkingTime usedBefore = WorkingTime.ZERO;
    private @Nullable Instant since;
    private @Nullable Instant dueAt;
    private @Nullable Instant warnAt;
    private PromiseState state = PromiseState.RUNNING;
    private @Nullable Instant outcomeAt;
    private @Nullable Instant breachedAt;
    private boolean unconfirmed;
    private boolean voided;

    private RunningPromise(PromiseKind kind, int sequence, Instant madeAt, Target target, double warningShare,
            boolean explicit) {
        this.kind = kind;
        this.sequence = sequence;
        this.madeAt = madeAt;
        this.target = target;
        this.warningShare = warningShare;
        this.explicit = explicit;
    }

    /** A promise of so much working time, of which some may be used already. */
    static RunningPromise byPolicy(PromiseKind kind, int sequence, Instant madeAt, Target target, WorkingTime used,
            double warningShare) {
        var promise = new RunningPromise(kind, sequence, madeAt, target, warningShare, false);
        promise.usedBefore = used;
        promise.dueAt = promise.dueFrom(madeAt);
        promise.runFrom(madeAt);
        return promise;
    }

    /** A promise for a time that a person named. */
    static RunningPromise explicit(PromiseKind kind, int sequence, Instant madeAt, Instant dueAt, Target target,
            double warningShare) {
        var span = new Target(target.calendar().between(madeAt, dueAt), target.calendar(), target.calendarVersion());
        var promise = new RunningPromise(kind, sequence, madeAt, span, warningShare, true);
        promise.since = madeAt;
        promise.dueAt = dueAt;
        promise.warnAt = span.allowance().isZero()
                ? madeAt.plus(Duration.ofSeconds((long) (Duration.between(madeAt, dueAt).toSeconds() * warningShare)))
                : span.calendar().add(madeAt, span.allowance().share(warningShare));
        return promise;
    }

    boolean running() {
        return state == PromiseState.RUNNING;
    }

    boolean unsettled() {
        return !state.settled();
    }

    boolean unanswered() {
        return outcomeAt == null && (state == PromiseState.RUNNING || state == PromiseState.BROKEN);
    }

    boolean explicit() {
        return explicit;
    }

    boolean broken() {
        return state == PromiseState.BROKEN;
    }

    /** Whether its time is over; a moment equal to the due time is still in time. */
    boolean overdue(Instant at) {
        return running() && dueAt != null && at.isAfter(dueAt);
    }

    Instant dueAt() {
        if (dueAt == null) {
            throw new IllegalStateException("paused: no due time");
        }
        return dueAt;
    }

    void breakAtDue() {
        usedBefore = usedAt(dueAt());
        since = null;
        state = PromiseState.BROKEN;
        breachedAt = dueAt;
    }

    /** What was promised happened: kept, or, where it was broken before, answered late. */
    void answer(Instant at) {
        if (unsettled()) {
            settle(PromiseState.KEPT, at);
        } else if (broken() && outcomeAt == null) {
            outcomeAt = at;
        }
    }

    void settle(PromiseState how, Instant at) {
        usedBefore = usedAt(at);
        since = null;
        state = how;
        outcomeAt = at;
    }

    void pause(Instant at) {
        usedBefore = usedAt(at);
        since = null;
        dueAt = null;
        if (warnAt != null && warnAt.isAfter(at)) {
            warnAt = null;
        }
        state = PromiseState.PAUSED;
    }

    void resume(Instant at) {
        state = PromiseState.RUNNING;
        dueAt = dueFrom(at);
        runFrom(at);
    }

    /** Goes on under another policy with what the new allowance leaves; nothing left is due at once. */
    void retarget(Target changed, Instant at) {
        usedBefore = usedAt(at);
        target = changed;
        if (running()) {
            dueAt = dueFrom(at);
            runFrom(at);
        }
    }

    void markUnconfirmed() {
        unconfirmed = true;
    }

    void markVoided() {
        voided = true;
    }

    /** What a reopened case has left of this promise; nothing where all was used or it was broken. */
    WorkingTime left() {
        return broken() ? WorkingTime.ZERO : remaining(usedBefore);
    }

    WorkingTime used() {
        return usedBefore;
    }

    Target target() {
        return target;
    }

    Reading read(Instant asOf) {
        var used = usedAt(asOf);
        return new Reading(kind, sequence, madeAt, dueAt, warnAt, state, outcomeAt, breachedAt, used,
                state.settled() ? null : remaining(used), explicit, unconfirmed, voided);
    }

    private void runFrom(Instant at) {
        since = at;
        var share = target.allowance().share(warningShare);
        if (warnAt == null || warnAt.isAfter(at)) {
            warnAt = share.compareTo(usedBefore) <= 0 ? at : target.calendar().add(at, share.minus(usedBefore));
        }
    }

    private Instant dueFrom(Instant at) {
        var left = remaining(usedBefore);
        return left.isZero() && !target.allowance().isZero() ? at : target.calendar().add(at, left);
    }

    private WorkingTime usedAt(Instant at) {
        return since == null ? usedBefore : usedBefore.plus(target.calendar().between(since, at));
    }

    private WorkingTime remaining(WorkingTime used) {
        var left = target.allowance().minus(used);
        return left.isNegative() ? WorkingTime.ZERO : left;
    }
}
