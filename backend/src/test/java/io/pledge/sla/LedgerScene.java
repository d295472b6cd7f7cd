package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.WorkingTime;

/** A ticket submitted at eight, on a calendar where every minute counts: what happens to it, and its promises at a moment. */
abstract class LedgerScene {
    private static final Instant START = Instant.parse("2026-11-19T08:00:00Z");
    final List<LedgerEvent> events = new ArrayList<>();

    LedgerScene() {
        events.add(new LedgerEvent.Submitted(START, terms(60, 120, 480)));
    }

    void change(int minute, Terms other) {
        events.add(new LedgerEvent.ChangeTerms(at(minute), other, null));
    }

    /** It was submitted under other terms. */
    void under(Terms terms) {
        events.set(0, new LedgerEvent.Submitted(START, terms));
    }

    void say(int minute) {
        events.add(new LedgerEvent.PersonMessage(at(minute), null));
    }

    List<Reading> read(Instant asOf) {
        return Ledger.read(events, asOf);
    }

    Reading one(PromiseKind kind, int sequence, Instant asOf) {
        return read(asOf).stream().filter(r -> r.kind() == kind && r.sequence() == sequence).findFirst().orElseThrow();
    }

    static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    static Terms terms(int acknowledgement, int progress, int resolution) {
        return new Terms("test", 0, Map.of(PromiseKind.ACKNOWLEDGEMENT, target(acknowledgement), PromiseKind.PROGRESS,
                target(progress), PromiseKind.RESOLUTION, target(resolution)), 0.75, Terms.AcknowledgedBy.PERSON,
                Set.of(PromiseKind.RESOLUTION), Chain.still(), Budgets.NONE);
    }

    static Terms withoutResolution() {
        return new Terms("test", 0,
                Map.of(PromiseKind.ACKNOWLEDGEMENT, target(60), PromiseKind.PROGRESS, target(120)), 0.75,
                Terms.AcknowledgedBy.PERSON, Set.of(PromiseKind.RESOLUTION), Chain.still(), Budgets.NONE);
    }

    static Target target(int minutes) {
        return new Target(WorkingTime.ofMinutes(minutes), BusinessCalendar.always(), 0);
    }
}
