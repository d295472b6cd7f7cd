package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;

/** The clock of one promise while the ledger is being read: used so far, and running since, or paused. */
final class RunningPromise {
    final PromiseKind kind;
    final int sequence;
    final Instant madeAt;
    private final Terms madeUnder;
    private final WorkingTime inherited;
    private final boolean explicit;
    private final List<Leg> legs = new ArrayList<>(2);
    private final List<Explanation.Change> changes = new ArrayList<>(0);
    private Target target;
    private Terms terms;
    private WorkingTime usedBefore;
    private @Nullable Instant since;
    private @Nullable Instant pausedSince;
    private Leg.@Nullable Pause pause;
    private @Nullable Instant dueAt;
    private @Nullable Instant warnAt;
    private PromiseState state = PromiseState.RUNNING;
    private @Nullable Instant outcomeAt;
    private @Nullable Instant breachedAt;
    private boolean unconfirmed;
    private boolean voided;

    private RunningPromise(PromiseKind kind, int sequence, Instant madeAt, Target target, Terms terms, WorkingTime used,
            boolean explicit) {
        this.kind = kind;
        this.sequence = sequence;
        this.madeAt = madeAt;
        this.target = target;
        this.terms = terms;
        this.madeUnder = terms;
        this.inherited = used;
        this.usedBefore = used;
        this.explicit = explicit;
    }

    /** A promise of so much working time, of which some may be used already. */
    static RunningPromise byPolicy(PromiseKind kind, int sequence, Instant madeAt, Target target, WorkingTime used,
            Terms terms) {
        var promise = new RunningPromise(kind, sequence, madeAt, target, terms, used, false);
        promise.dueAt = promise.dueFrom(madeAt);
        promise.runFrom(madeAt);
        return promise;
    }

    /** A promise for a time that a person named. */
    static RunningPromise explicit(PromiseKind kind, int sequence, Instant madeAt, Instant dueAt, Target target,
            Terms terms) {
        var span = new Target(target.calendar().between(madeAt, dueAt), target.calendar(), target.calendarVersion());
        var promise = new RunningPromise(kind, sequence, madeAt, span, terms, WorkingTime.ZERO, true);
        promise.since = madeAt;
        promise.dueAt = dueAt;
        promise.warnAt = span.allowance().isZero()
                ? madeAt.plus(
                        Duration.ofSeconds((long) (Duration.between(madeAt, dueAt).toSeconds() * terms.warningShare())))
                : span.calendar().add(madeAt, span.allowance().share(terms.warningShare()));
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

    boolean withdrawn() {
        return state == PromiseState.WITHDRAWN;
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
        stop(dueAt());
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
        stop(at);
        state = how;
        outcomeAt = at;
    }

    void pause(Leg.Pause why, Instant at) {
        stop(at);
        pausedSince = at;
        pause = why;
        dueAt = null;
        if (warnAt != null && warnAt.isAfter(at)) {
            warnAt = null;
        }
        state = PromiseState.PAUSED;
    }

    void resume(Instant at) {
        stop(at);
        state = PromiseState.RUNNING;
        dueAt = dueFrom(at);
        runFrom(at);
    }

    /** Goes on under another policy with what the new allowance leaves; nothing left is due at once. */
    void retarget(Target changed, LedgerEvent.ChangeTerms change) {
        var at = change.at();
        var waits = pause;
        boolean same = target.isLike(changed);
        stop(at);
        target = changed;
        terms = change.terms();
        changes.add(new Explanation.Change(at, changed, terms, change.why()));
        if (waits != null) {
            pausedSince = at;
            pause = waits;
        }
        if (running()) {
            // counted anew in whole seconds, a time that is promised as before would move by the rest
            dueAt = same ? dueAt : dueFrom(at);
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

    /** Ends what held until now: the clock ran, or it stood still. */
    private void stop(Instant at) {
        lastLeg(at).ifPresent(legs::add);
        usedBefore = usedAt(at);
        since = null;
        pausedSince = null;
        pause = null;
    }

    private Optional<Leg> lastLeg(Instant at) {
        var from = since == null ? pausedSince : since;
        return from == null || !at.isAfter(from)
                ? Optional.empty()
                : Optional.of(new Leg(from, at, target, terms, pause));
    }

    /** What runs at present, up to the due time; empty while its clock stands still. */
    Optional<Leg> ahead() {
        return since == null ? Optional.empty() : Optional.of(new Leg(since, dueAt(), target, terms, null));
    }

    /** Whether it was made with what another had left, or in its place, and not with a full allowance after it. */
    boolean goesOnFrom(RunningPromise before) {
        return switch (before.state) {
            case BROKEN -> false;
            case KEPT -> inherited.equals(before.usedBefore);
            case RUNNING, PAUSED, SUPERSEDED, WITHDRAWN -> true;
        };
    }

    /** How it came about, up to a moment; why its line matched is for those to say who know the ticket. */
    Explanation explain(Instant asOf) {
        var all = Stream.concat(legs.stream(), lastLeg(asOf).stream()).toList();
        return new Explanation(read(asOf), madeUnder, Map.of(), all, List.copyOf(changes), inherited);
    }

    Reading read(Instant asOf) {
        var used = usedAt(asOf);
        return new Reading(kind, sequence, madeAt, dueAt, warnAt, state, outcomeAt, breachedAt, used,
                state.settled() ? null : remaining(used), explicit, unconfirmed, voided);
    }

    private void runFrom(Instant at) {
        since = at;
        var share = target.allowance().share(terms.warningShare());
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
