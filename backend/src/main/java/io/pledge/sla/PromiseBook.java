package io.pledge.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;

/** The promises made to one ticket while its ledger is being read, and the terms under which further ones are made. */
final class PromiseBook {
    private final List<RunningPromise> promises = new ArrayList<>();
    /** The few of them that are not settled, however long the chain of a silent ticket is. */
    private final List<RunningPromise> open = new ArrayList<>();
    private final Map<PromiseKind, Integer> made = new EnumMap<>(PromiseKind.class);
    private @Nullable Terms terms;

    void setTerms(Terms terms) {
        this.terms = terms;
    }

    /** Lets other terms hold for what is promised and not settled; a time that a person named does not move. */
    void changeTerms(LedgerEvent.ChangeTerms change, boolean resolved) {
        terms = change.terms();
        for (var kind : PromiseKind.values()) {
            var target = terms().targets().get(kind);
            var current = unsettled(kind);
            if (current.isEmpty()) {
                makeWhatWasNot(kind, change.at(), resolved);
            } else if (!current.get().explicit() && target == null) {
                current.get().settle(PromiseState.WITHDRAWN, change.at());
            } else if (!current.get().explicit()) {
                current.get().retarget(target, change);
            }
        }
    }

    /** A kind that was never promised, or only until other terms withdrew it; once it is resolved only the solution is owed. */
    private void makeWhatWasNot(PromiseKind kind, Instant at, boolean resolved) {
        boolean owed = !resolved || kind == PromiseKind.RESOLUTION;
        if (owed && terms().targets().containsKey(kind) && of(kind).allMatch(RunningPromise::withdrawn)) {
            make(kind, at, last(kind).map(RunningPromise::used).orElse(WorkingTime.ZERO));
            if (resolved) {
                unsettled(kind).ifPresent(promise -> promise.pause(Leg.Pause.RESOLVED, at));
            }
        }
    }

    Terms terms() {
        return Objects.requireNonNull(terms, "nothing was submitted");
    }

    Stream<RunningPromise> all() {
        return promises.stream();
    }

    Stream<RunningPromise> of(PromiseKind kind) {
        return promises.stream().filter(promise -> promise.kind == kind);
    }

    Optional<RunningPromise> unsettled(PromiseKind kind) {
        return unsettled().filter(promise -> promise.kind == kind).findFirst();
    }

    Optional<RunningPromise> last(PromiseKind kind) {
        return of(kind).reduce((_, later) -> later);
    }

    /** Breaks what is overdue at its due time; a silent ticket shows a chain of broken progress promises. */
    void advance(Instant to) {
        for (var overdue = overdue(to); overdue.isPresent(); overdue = overdue(to)) {
            var promise = overdue.get();
            promise.breakAtDue();
            if (promise.kind == PromiseKind.PROGRESS) {
                make(PromiseKind.PROGRESS, promise.dueAt(), WorkingTime.ZERO);
            }
        }
    }

    private Stream<RunningPromise> unsettled() {
        open.removeIf(promise -> !promise.unsettled());
        return List.copyOf(open).stream();
    }

    private Optional<RunningPromise> overdue(Instant at) {
        return unsettled().filter(promise -> promise.overdue(at))
                .min(Comparator.comparing(RunningPromise::dueAt));
    }

    void answer(PromiseKind kind, Instant at) {
        of(kind).filter(p -> p.unsettled() || p.unanswered()).forEach(p -> p.answer(at));
    }

    /** What runs, as another ticket may take it over. */
    List<LedgerEvent.Running> running(Instant at) {
        return unsettled().map(promise -> promise.ran(at)).toList();
    }

    void withdrawUnsettled(Instant at) {
        unsettled().forEach(p -> p.settle(PromiseState.WITHDRAWN, at));
    }

    void makeIfPromised(PromiseKind kind, Instant at, WorkingTime used) {
        if (terms().targets().containsKey(kind)) {
            make(kind, at, used);
        }
    }

    void make(PromiseKind kind, Instant at, WorkingTime used) {
        add(byPolicy(kind, at, used));
    }

    /** The next word: by policy, or at the time its author named where that is earlier. */
    void makeNextWord(Instant at, @Nullable Instant named) {
        var byPolicy = byPolicy(PromiseKind.PROGRESS, at, WorkingTime.ZERO);
        if (named != null && named.isBefore(byPolicy.dueAt())) {
            makeExplicit(PromiseKind.PROGRESS, at, named.isBefore(at) ? at : named);
        } else {
            add(byPolicy);
        }
    }

    void makeExplicit(PromiseKind kind, Instant at, Instant dueAt) {
        add(RunningPromise.explicit(kind, nextSequence(kind), at, dueAt, measure(kind, terms()), terms()));
    }

    /** Of what runs here and what ran in another ticket the earlier of each kind survives. */
    void absorb(LedgerEvent.Absorb other) {
        for (var ran : other.running()) {
            var own = unsettled(ran.kind());
            if (own.filter(promise -> !ran.dueAt().isBefore(promise.dueAt())).isEmpty()) {
                own.ifPresent(promise -> promise.settle(PromiseState.WITHDRAWN, other.at()));
                add(RunningPromise.takenOver(other, ran, nextSequence(ran.kind()),
                        measure(ran.kind(), other.terms())));
            }
        }
    }

    /** What the terms say of a kind; times that persons name of other kinds are measured like the next word. */
    private static Target measure(PromiseKind kind, Terms terms) {
        return terms.targets().getOrDefault(kind, terms.targets().get(PromiseKind.PROGRESS));
    }

    private RunningPromise byPolicy(PromiseKind kind, Instant at, WorkingTime used) {
        var target = terms().targets().get(kind);
        return RunningPromise.byPolicy(kind, nextSequence(kind), at, target, used, terms());
    }

    private int nextSequence(PromiseKind kind) {
        return made.getOrDefault(kind, 0) + 1;
    }

    private void add(RunningPromise promise) {
        promises.add(promise);
        open.add(promise);
        made.put(promise.kind, promise.sequence);
    }
}
