package io.pledge.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;

/**
 * The promises of one ticket, read from what happened to it. A pure function: the same events and the same moment give
 * the same ledger, for tickets, simulations and policy trials alike.
 */
public final class Ledger {
    private final PromiseBook book = new PromiseBook();
    private Phase phase = Phase.UNKNOWN;
    private boolean held;
    private @Nullable Instant resolvedAt;

    private enum Phase {
        UNKNOWN, OPEN, RESOLVED, CLOSED, WITHDRAWN
    }

    private Ledger() {}

    /**
     * Reads the ledger.
     *
     * @param events what happened, in order of time
     * @param asOf the moment of reading; later events are left out
     * @return the promises in the order in which they were made
     * @throws ImpossibleEvent for an event that cannot have happened at its place
     */
    public static List<Reading> read(List<LedgerEvent> events, Instant asOf) {
        return applied(events, asOf).book.all().map(promise -> promise.read(asOf))
                .sorted(Comparator.comparing(Reading::madeAt)).toList();
    }

    /** Explains the promises of the ledger, by the very reading. */
    static List<Explanation> explain(List<LedgerEvent> events, Instant asOf) {
        return applied(events, asOf).book.all().map(promise -> promise.explain(asOf))
                .sorted(Comparator.comparing(found -> found.reading().madeAt())).toList();
    }

    /** The promises of a solution with their clocks, in the order in which they were made. */
    static List<RunningPromise> resolutions(List<LedgerEvent> events, Instant asOf) {
        return applied(events, asOf).book.of(PromiseKind.RESOLUTION).toList();
    }

    /** What would run if a ticket were merged now, which ends a hold first. */
    static List<LedgerEvent.Running> running(List<LedgerEvent> events, Instant at) {
        var ledger = applied(events, at);
        ledger.endHold(at);
        return ledger.book.running(at);
    }

    private static Ledger applied(List<LedgerEvent> events, Instant asOf) {
        var ledger = new Ledger();
        for (int i = 0; i < events.size(); i++) {
            if (!events.get(i).at().isAfter(asOf)) {
                ledger.apply(events.get(i), i);
            }
        }
        ledger.book.advance(asOf);
        return ledger;
    }

    private void apply(LedgerEvent event, int index) {
        book.advance(event.at());
        var at = event.at();
        var check = new Check(event, index);
        switch (event) {
            case LedgerEvent.Submitted submitted -> submit(submitted, check);
            case LedgerEvent.PersonMessage message -> personMessage(message, check);
            case LedgerEvent.AutomaticMessage _ -> automaticMessage(at, check);
            case LedgerEvent.Note _ -> check.that(phase != Phase.UNKNOWN, "nothing was submitted");
            case LedgerEvent.CustomerMessage _ -> customerMessage(at, check);
            case LedgerEvent.Hold _ -> hold(at, check);
            case LedgerEvent.Resume _ -> resume(at, check);
            case LedgerEvent.Resolve _ -> resolve(at, check);
            case LedgerEvent.Confirm _ -> close(at, true, check);
            case LedgerEvent.CloseUnconfirmed _ -> close(at, false, check);
            case LedgerEvent.Reject _ -> reject(at, check);
            case LedgerEvent.Reopen _ -> reopen(at, check);
            case LedgerEvent.VisitArrived _ -> happened(PromiseKind.ON_SITE, at, check);
            case LedgerEvent.Shipped _ -> happened(PromiseKind.SHIPMENT, at, check);
            case LedgerEvent.Promised promised -> promised(promised, check);
            case LedgerEvent.Renegotiate renegotiate -> renegotiate(renegotiate, check);
            case LedgerEvent.ChangeTerms change -> changeTerms(change, check);
            case LedgerEvent.Cancel _ -> cancel(at, check);
            case LedgerEvent.Merge _ -> merge(at, check);
            case LedgerEvent.Absorb absorb -> absorb(absorb, check);
        }
    }

    private void submit(LedgerEvent.Submitted submitted, Check check) {
        check.that(phase == Phase.UNKNOWN, "it was submitted already");
        phase = Phase.OPEN;
        book.setTerms(submitted.terms());
        for (var kind : PromiseKind.values()) {
            book.makeIfPromised(kind, submitted.at(), WorkingTime.ZERO);
        }
    }

    private void personMessage(LedgerEvent.PersonMessage message, Check check) {
        check.that(phase != Phase.UNKNOWN, "nothing was submitted");
        if (phase != Phase.OPEN) {
            return;
        }
        book.answer(PromiseKind.ACKNOWLEDGEMENT, message.at());
        book.answer(PromiseKind.PROGRESS, message.at());
        book.makeNextWord(message.at(), message.nextWordAt());
    }

    private void automaticMessage(Instant at, Check check) {
        check.that(phase != Phase.UNKNOWN, "nothing was submitted");
        if (book.terms().acknowledgedBy() == Terms.AcknowledgedBy.AUTOMATIC) {
            book.answer(PromiseKind.ACKNOWLEDGEMENT, at);
        }
    }

    private void customerMessage(Instant at, Check check) {
        check.that(phase != Phase.UNKNOWN, "nothing was submitted");
        endHold(at);
    }

    private void hold(Instant at, Check check) {
        check.that(phase == Phase.OPEN, "only an open, unresolved ticket can be held");
        check.that(!held, "it is held already");
        held = true;
        pauseWhatWaits(at);
    }

    private void pauseWhatWaits(Instant at) {
        book.all().filter(p -> p.running() && !p.explicit() && book.terms().pauses(p.kind))
                .forEach(p -> p.pause(Leg.Pause.HELD, at));
    }

    private void resume(Instant at, Check check) {
        check.that(held, "it is not held");
        endHold(at);
    }

    private void endHold(Instant at) {
        if (held) {
            held = false;
            book.all().filter(p -> p.unsettled() && !p.running()).forEach(p -> p.resume(at));
        }
    }

    private void resolve(Instant at, Check check) {
        check.that(phase == Phase.OPEN, "only an open ticket can be resolved");
        endHold(at);
        phase = Phase.RESOLVED;
        resolvedAt = at;
        book.answer(PromiseKind.ACKNOWLEDGEMENT, at);
        book.answer(PromiseKind.PROGRESS, at);
        book.of(PromiseKind.RESOLUTION).filter(RunningPromise::running).forEach(p -> p.pause(Leg.Pause.RESOLVED, at));
    }

    private void close(Instant at, boolean confirmed, Check check) {
        check.that(phase == Phase.RESOLVED && resolvedAt != null, "it is not resolved");
        phase = Phase.CLOSED;
        for (var promise : book.of(PromiseKind.RESOLUTION).filter(p -> p.unsettled() || p.unanswered()).toList()) {
            promise.answer(resolved());
            if (!confirmed) {
                promise.markUnconfirmed();
            }
        }
        book.withdrawUnsettled(at);
    }

    private void reject(Instant at, Check check) {
        check.that(phase == Phase.RESOLVED, "it is not resolved");
        phase = Phase.OPEN;
        book.unsettled(PromiseKind.RESOLUTION).ifPresentOrElse(p -> p.resume(at),
                () -> book.makeIfPromised(PromiseKind.RESOLUTION, at, WorkingTime.ZERO));
        book.make(PromiseKind.PROGRESS, at, WorkingTime.ZERO);
    }

    private void reopen(Instant at, Check check) {
        check.that(phase == Phase.CLOSED, "it is not closed");
        phase = Phase.OPEN;
        var last = book.last(PromiseKind.RESOLUTION);
        // the closing is void; that a promise was broken stays so
        last.filter(p -> !p.broken()).ifPresent(RunningPromise::markVoided);
        var used = last.filter(p -> !p.left().isZero()).map(RunningPromise::used).orElse(WorkingTime.ZERO);
        book.makeIfPromised(PromiseKind.RESOLUTION, at, used);
        book.make(PromiseKind.PROGRESS, at, WorkingTime.ZERO);
    }

    private void happened(PromiseKind kind, Instant at, Check check) {
        check.that(phase != Phase.UNKNOWN, "nothing was submitted");
        book.answer(kind, at);
    }

    private void promised(LedgerEvent.Promised promised, Check check) {
        check.that(phase == Phase.OPEN, "only an open ticket gets promises");
        check.that(promised.dueAt().isAfter(promised.at()), "the promised time has passed");
        book.unsettled(promised.kind()).ifPresent(p -> p.settle(PromiseState.SUPERSEDED, promised.at()));
        book.makeExplicit(promised.kind(), promised.at(), promised.dueAt());
    }

    private void renegotiate(LedgerEvent.Renegotiate change, Check check) {
        check.that(phase == Phase.OPEN, "only an open ticket has promises to renegotiate");
        check.that(change.dueAt().isAfter(change.at()), "the new time has passed");
        var running = book.unsettled(change.kind());
        var last = book.last(change.kind());
        check.that(last.isPresent(), "nothing of this kind was promised");
        if (running.isPresent() && !change.agreed()) {
            return; // announced, and the old promise runs on
        }
        running.ifPresent(p -> p.settle(PromiseState.SUPERSEDED, change.at()));
        book.makeExplicit(change.kind(), change.at(), change.dueAt());
    }

    private void changeTerms(LedgerEvent.ChangeTerms change, Check check) {
        check.that(phase == Phase.OPEN || phase == Phase.RESOLVED, "only an open ticket has promises to change");
        book.changeTerms(change, phase == Phase.RESOLVED);
        if (held) {
            waitUnderOtherTerms(change.at());
        }
    }

    /** While it is held: what other terms let wait waits, and what they do not goes on. */
    private void waitUnderOtherTerms(Instant at) {
        book.all().filter(p -> p.unsettled() && !p.running() && !book.terms().pauses(p.kind))
                .forEach(p -> p.resume(at));
        pauseWhatWaits(at);
    }

    private void cancel(Instant at, Check check) {
        check.that(phase == Phase.OPEN || phase == Phase.RESOLVED, "it has ended");
        withdraw(at);
    }

    private void merge(Instant at, Check check) {
        check.that(phase == Phase.OPEN, "only an open, unresolved ticket can be merged");
        withdraw(at);
    }

    private void withdraw(Instant at) {
        endHold(at);
        phase = Phase.WITHDRAWN;
        book.withdrawUnsettled(at);
    }

    private void absorb(LedgerEvent.Absorb other, Check check) {
        check.that(phase == Phase.OPEN, "only an open, unresolved ticket can take over another");
        endHold(other.at());
        book.absorb(other);
    }

    private Instant resolved() {
        return Objects.requireNonNull(resolvedAt);
    }

    private record Check(LedgerEvent event, int index) {
        void that(boolean condition, String reason) {
            if (!condition) {
                throw new ImpossibleEvent(index, event, reason);
            }
        }
    }
}
