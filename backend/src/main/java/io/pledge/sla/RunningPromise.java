package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.ticket.TicketId;

/** The clock of one promise while the ledger is being read: used so far, and running since, or paused. */
final class RunningPromise {
    final PromiseKind kind;
    final int sequence;
    final Instant madeAt;
    private final Terms madeUnder;
    private final WorkingTime inherited;
    private final boolean explicit;
    private final @Nullable Instant named;
    private final List<Leg> legs = new ArrayList<>(2);
    private final List<Explanation.Change> changes = new ArrayList<>(0);
    private final @Nullable TicketId takenFrom;
    private Allowance allowance;
    private @Nullable Instant since;
    private @Nullable Instant pausedSince;
    private Leg.@Nullable Pause pause;
    private @Nullable Instant dueAt;
    /** By when it was promised as it was solved; nobody is held to it while the customer is asked, but it is then that it counts. */
    private @Nullable Instant dueWhenSolved;
    private @Nullable Instant warnAt;
    private PromiseState state = PromiseState.RUNNING;
    private @Nullable Instant outcomeAt;
    private @Nullable Instant breachedAt;
    private boolean unconfirmed;
    private boolean voided;

    private RunningPromise(PromiseKind kind, int sequence, Instant madeAt, Allowance allowance, @Nullable Instant named,
            @Nullable TicketId takenFrom) {
        this.kind = kind;
        this.sequence = sequence;
        this.madeAt = madeAt;
        this.allowance = allowance;
        this.madeUnder = allowance.terms();
        this.inherited = allowance.used();
        this.explicit = named != null;
        this.named = named;
        this.takenFrom = takenFrom;
    }

    /** A promise of so much working time, of which some may be used already. */
    static RunningPromise byPolicy(PromiseKind kind, int sequence, Instant madeAt, Target target, WorkingTime used,
            Terms terms) {
        var promise = new RunningPromise(kind, sequence, madeAt, new Allowance(target, terms, used), null, null);
        promise.dueAt = promise.allowance.dueFrom(madeAt);
        promise.runFrom(madeAt);
        return promise;
    }

    /** A promise for a time that a person named. */
    static RunningPromise explicit(PromiseKind kind, int sequence, Instant madeAt, Instant dueAt, Target target,
            Terms terms) {
        var span = target.upTo(madeAt, dueAt);
        var promise = new RunningPromise(kind, sequence, madeAt, new Allowance(span, terms, WorkingTime.ZERO), dueAt,
                null);
        promise.since = madeAt;
        promise.dueAt = dueAt;
        promise.warnAt = span.allowance().isZero()
                ? madeAt.plus(
                        Duration.ofSeconds((long) (Duration.between(madeAt, dueAt).toSeconds() * terms.warningShare())))
                : span.calendar().add(madeAt, span.allowance().share(terms.warningShare()));
        return promise;
    }

    /** What ran in another ticket that goes on in this one: the customer's time stays, and whoever was warned of it was. */
    static RunningPromise takenOver(LedgerEvent.Absorb from, LedgerEvent.Running ran, int sequence, Target target) {
        var allowance = ran.explicit()
                ? new Allowance(target.upTo(from.at(), ran.dueAt()), from.terms(), WorkingTime.ZERO)
                : new Allowance(target, from.terms(), ran.used());
        var promise = new RunningPromise(ran.kind(), sequence, from.at(), allowance,
                ran.explicit() ? ran.dueAt() : null, from.from());
        promise.since = from.at();
        promise.dueAt = ran.dueAt();
        promise.warnAt = ran.warnAt() == null || ran.warnAt().isBefore(from.at()) ? null : ran.warnAt();
        return promise;
    }

    /** As another ticket may take it over. */
    LedgerEvent.Running ran(Instant at) {
        return new LedgerEvent.Running(kind, dueAt(), warnAt, usedAt(at).used(), explicit);
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
        dueAt = how == PromiseState.KEPT && dueAt == null ? dueWhenSolved : dueAt;
    }

    void pause(Leg.Pause why, Instant at) {
        stop(at);
        pausedSince = at;
        pause = why;
        dueWhenSolved = why == Leg.Pause.RESOLVED ? dueAt : null;
        dueAt = null;
        if (warnAt != null && warnAt.isAfter(at)) {
            warnAt = null;
        }
        state = PromiseState.PAUSED;
    }

    /** Goes on with what is left; a time that a person named stays, and is due at once where it passed meanwhile. */
    void resume(Instant at) {
        stop(at);
        state = PromiseState.RUNNING;
        if (named != null) {
            allowance = allowance.untilNamed(at, named);
        }
        dueAt = named == null ? allowance.dueFrom(at) : named.isAfter(at) ? named : at;
        dueWhenSolved = null;
        runFrom(at);
    }

    /** Goes on under another policy with what the new allowance leaves; nothing left is due at once. */
    void retarget(Target changed, LedgerEvent.ChangeTerms change) {
        var at = change.at();
        var waits = pause;
        boolean same = target().isLike(changed);
        stop(at);
        allowance = allowance.under(changed, change.terms());
        changes.add(new Explanation.Change(at, changed, change.terms(), change.why()));
        if (waits != null) {
            pausedSince = at;
            pause = waits;
            dueWhenSolved = same || dueWhenSolved == null ? dueWhenSolved : allowance.dueFrom(at);
        }
        if (running()) {
            // counted anew in whole seconds, a time that is promised as before would move by the rest
            dueAt = same ? dueAt : allowance.dueFrom(at);
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
        return broken() ? WorkingTime.ZERO : allowance.left();
    }

    WorkingTime used() {
        return allowance.used();
    }

    Target target() {
        return allowance.target();
    }

    /** Ends what held until now: the clock ran, or it stood still. */
    private void stop(Instant at) {
        lastLeg(at).ifPresent(legs::add);
        allowance = usedAt(at);
        since = null;
        pausedSince = null;
        pause = null;
    }

    private Optional<Leg> lastLeg(Instant at) {
        var from = since == null ? pausedSince : since;
        return from == null || !at.isAfter(from)
                ? Optional.empty()
                : Optional.of(new Leg(from, at, target(), allowance.terms(), pause));
    }

    /** What runs at present, up to the due time; empty while its clock stands still. */
    Optional<Leg> ahead() {
        return since == null
                ? Optional.empty()
                : Optional.of(new Leg(since, dueAt(), target(), allowance.terms(), null));
    }

    /** Whether it was made with what another had left, or in its place, and not with a full allowance after it. */
    boolean goesOnFrom(RunningPromise before) {
        return switch (before.state) {
            case BROKEN -> false;
            case KEPT -> inherited.equals(before.used());
            case RUNNING, PAUSED, SUPERSEDED, WITHDRAWN -> true;
        };
    }

    /** How it came about, up to a moment; why its line matched is for those to say who know the ticket. */
    Explanation explain(Instant asOf) {
        var all = Stream.concat(legs.stream(), lastLeg(asOf).stream()).toList();
        return new Explanation(read(asOf), madeUnder, Map.of(), all, List.copyOf(changes), inherited, takenFrom);
    }

    Reading read(Instant asOf) {
        var until = usedAt(asOf);
        return new Reading(kind, sequence, madeUnder.line(), madeAt, dueAt, countsAt(), warnAt, state, outcomeAt,
                breachedAt,
                until.used(), state.settled() ? null : until.left(), ahead(asOf), explicit, unconfirmed, voided);
    }

    private @Nullable Instant countsAt() {
        return Stream.of(dueAt, dueWhenSolved, outcomeAt).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Only the time for a solution is long enough for people to be told of it while it lasts. */
    private Ahead ahead(Instant asOf) {
        return kind == PromiseKind.RESOLUTION ? Ahead.of(allowance, since, asOf) : Ahead.NONE;
    }

    private void runFrom(Instant at) {
        since = at;
        if (warnAt == null || warnAt.isAfter(at)) {
            warnAt = allowance.warnFrom(at);
        }
    }

    private Allowance usedAt(Instant at) {
        return since == null ? allowance : allowance.usedBetween(since, at);
    }
}
