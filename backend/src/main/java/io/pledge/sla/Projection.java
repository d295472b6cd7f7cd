package io.pledge.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.NextDue;

/**
 * What a fresh reading of one ticket's ledger changes in its stored promises.
 *
 * @param asOf up to when it was read
 * @param unmade promises that would never have been made, had we known then what we learned since
 * @param next the oldest promise that the customer still waits for
 */
record Projection(TicketLedger ledger, Instant asOf, List<Change> changes, List<Promise> unmade,
        @Nullable Promise next) {

    /** @param before null where the promise is new */
    record Change(@Nullable Promise before, Promise after) {
        boolean broke() {
            return after.state() == PromiseState.BROKEN
                    && (before == null || before.state() != PromiseState.BROKEN);
        }

        boolean warned() {
            return after.warnedAt() != null && after.state() == PromiseState.RUNNING
                    && (before == null || before.warnedAt() == null);
        }
    }

    /** Tells the promises of one ticket apart. */
    private record Key(PromiseKind kind, int sequence) {
        static Key of(Promise promise) {
            return new Key(promise.kind(), promise.sequence());
        }
    }

    static Projection of(TicketLedger ledger, Instant looked) {
        var now = ledger.readUntil(looked);
        // looked up, not searched for: a silent ticket has a chain of hundreds
        var stored = ledger.promises().stream().collect(Collectors.toMap(Key::of, Function.identity()));
        var after = promises(ledger, stored, now);
        var changes = after.stream().map(promise -> new Change(stored.get(Key.of(promise)), promise))
                .filter(change -> !change.after.equals(change.before)).toList();
        var next = after.stream().filter(Promise::unanswered).min(Comparator.comparing(Projection::due));
        var made = after.stream().map(Key::of).collect(Collectors.toSet());
        var unmade = ledger.promises().stream().filter(promise -> !made.contains(Key.of(promise))).toList();
        return new Projection(ledger, now, changes, unmade, next.orElse(null));
    }

    /** The promises of a ticket as its events give them at a moment, whatever is stored of them. */
    static List<Promise> promises(TicketLedger ledger, Instant at) {
        return promises(ledger, Map.of(), at);
    }

    private static List<Promise> promises(TicketLedger ledger, Map<Key, Promise> stored, Instant now) {
        var lines = new PolicyLines(ledger.events());
        return Ledger.read(ledger.events(), now).stream().map(reading -> promise(ledger, reading,
                Optional.ofNullable(stored.get(new Key(reading.kind(), reading.sequence()))),
                lines.at(reading.madeAt()),
                now)).toList();
    }

    /**
     * Whether a breach found now may move the case: the policy says so, and no promise was broken and unanswered before,
     * since the chain escalates once a ticket, not once a link.
     */
    boolean escalates() {
        boolean brokenBefore = ledger.promises().stream()
                .anyMatch(p -> p.state() == PromiseState.BROKEN && p.unanswered());
        return !brokenBefore && terms(ledger.events()).escalates();
    }

    NextDue.Due nextDue() {
        return new NextDue.Due(ledger.facts().ticket(), next == null ? null : next.dueAt(),
                next == null ? null : next.kind().name());
    }

    Stream<PromiseRows.Row> rows() {
        return changes.stream().map(change -> new PromiseRows.Row(change.after, ledger.facts()));
    }

    private static Terms terms(List<LedgerEvent> events) {
        return events.stream().flatMap(event -> switch (event) {
            case LedgerEvent.Submitted submitted -> Stream.of(submitted.terms());
            case LedgerEvent.ChangeTerms change -> Stream.of(change.terms());
            default -> Stream.<Terms>empty();
        }).reduce((_, later) -> later).orElseThrow();
    }

    private static Promise promise(TicketLedger ledger, Reading reading, Optional<Promise> before, String line,
            Instant now) {
        var credit = ledger.holderAt(creditedAt(reading, now));
        boolean broken = reading.state() == PromiseState.BROKEN;
        return new Promise(ledger.facts().ticket(), reading.kind(), reading.sequence(), reading.state(),
                reading.explicit(), reading.unconfirmed(), reading.voided(), reading.madeAt(), reading.dueAt(),
                reading.warnAt(), reading.outcomeAt(), reading.breachedAt(), warnedAt(reading, before, now),
                broken ? before.map(Promise::detectedAt).orElse(now) : null,
                before.map(Promise::notifiedAt).orElse(null), reading.used(), reading.remaining(), credit, line);
    }

    private static @Nullable Instant warnedAt(Reading reading, Optional<Promise> before, Instant now) {
        var already = before.map(Promise::warnedAt).orElse(null);
        boolean due = reading.state() == PromiseState.RUNNING && reading.warnAt() != null
                && !reading.warnAt().isAfter(now);
        return already == null && due ? now : already;
    }

    private static Instant creditedAt(Reading reading, Instant now) {
        if (reading.breachedAt() != null) {
            return reading.breachedAt();
        }
        return reading.outcomeAt() == null ? now : reading.outcomeAt();
    }

    private static Instant due(Promise promise) {
        return promise.dueAt() == null ? Instant.MAX : promise.dueAt();
    }

    /** Which policy line was in force when. */
    private record PolicyLines(List<LedgerEvent> events) {
        String at(Instant moment) {
            var line = "";
            for (var event : events) {
                if (event instanceof LedgerEvent.Submitted submitted) {
                    line = submitted.terms().line();
                } else if (event instanceof LedgerEvent.ChangeTerms change && !change.at().isAfter(moment)) {
                    line = change.terms().line();
                }
            }
            return line;
        }
    }
}
