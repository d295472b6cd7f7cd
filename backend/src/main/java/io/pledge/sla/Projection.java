package io.pledge.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.NextDue;

/**
 * What a fresh reading of one ticket's ledger changes in its stored promises.
 *
 * @param asOf up to when it was read
 * @param unmade promises that would never have been made, had we known then what we learned since
 * @param brokenBefore whether the customer waited for the answer to a broken promise already
 * @param next the oldest promise that the customer still waits for
 */
record Projection(TicketLedger ledger, Instant asOf, List<Change> changes, List<Promise> unmade,
        boolean brokenBefore, @Nullable Reading next) {

    /** @param before null where the promise is new */
    record Change(@Nullable Promise before, Promise after) {
        boolean broke() {
            return after.state() == PromiseState.BROKEN
                    && (before == null || before.state() != PromiseState.BROKEN);
        }

        /** Of which notices people are to be told, by their numbers from 0. */
        IntStream ahead() {
            return IntStream.range(before == null ? 0 : before.aheadTold(), after.aheadTold());
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

        static Key of(Reading reading) {
            return new Key(reading.kind(), reading.sequence());
        }
    }

    static Projection of(TicketLedger ledger, Instant looked) {
        var now = ledger.readUntil(looked);
        // looked up, not searched for: a silent ticket has a chain of hundreds
        var stored = ledger.promises().stream().collect(Collectors.toMap(Key::of, Function.identity()));
        var readings = Ledger.read(ledger.events(), now);
        var touched = readings.stream().filter(touched(ledger, stored)).toList();
        var changes = promises(ledger, touched, stored, now).map(after -> new Change(stored.get(Key.of(after)), after))
                .filter(change -> !change.after.equals(change.before)).toList();
        var made = readings.stream().map(Key::of).collect(Collectors.toSet());
        var unmade = ledger.promises().stream().filter(promise -> !made.contains(Key.of(promise))).toList();
        var next = readings.stream().filter(Reading::unanswered).min(Comparator.comparing(Projection::due));
        return new Projection(ledger, now, changes, unmade, brokenBefore(ledger, readings, changes), next.orElse(null));
    }

    /** Where only running promises are known, all others stay as they are, but for those that follow a running one. */
    private static Predicate<Reading> touched(TicketLedger ledger, Map<Key, Promise> stored) {
        if (ledger.known() == TicketLedger.Known.ALL) {
            return _ -> true;
        }
        var running = new EnumMap<PromiseKind, Integer>(PromiseKind.class);
        stored.keySet().forEach(key -> running.merge(key.kind, key.sequence, Math::min));
        return reading -> reading.sequence() >= running.getOrDefault(reading.kind(), Integer.MAX_VALUE);
    }

    private static boolean brokenBefore(TicketLedger ledger, List<Reading> readings, List<Change> changes) {
        var changed = changes.stream().map(change -> Key.of(change.after)).collect(Collectors.toSet());
        return ledger.promises().stream().anyMatch(p -> p.state() == PromiseState.BROKEN && p.unanswered())
                || readings.stream().anyMatch(reading -> reading.state() == PromiseState.BROKEN && reading.unanswered()
                        && !changed.contains(Key.of(reading)));
    }

    /** The promises of a ticket as its events give them at a moment, whatever is stored of them. */
    static List<Promise> promises(TicketLedger ledger, Instant at) {
        return promises(ledger, Ledger.read(ledger.events(), at), Map.of(), at).toList();
    }

    private static Stream<Promise> promises(TicketLedger ledger, List<Reading> readings, Map<Key, Promise> stored,
            Instant now) {
        return readings.stream()
                .map(reading -> promise(ledger, reading, Optional.ofNullable(stored.get(Key.of(reading))), now));
    }

    /**
     * Whether a breach found now may begin the chain: no promise was broken and unanswered before, since the chain escalates
     * once a ticket, not once a link.
     */
    boolean mayBeginChain() {
        return !brokenBefore;
    }

    /** How a breach climbs, by the terms in force. */
    Chain chain() {
        return ledger.terms().chain();
    }

    /** By when the queues must have it, where that is another time than they have. */
    Optional<NextDue.Due> changedNextDue() {
        var due = new NextDue.Due(ledger.facts().ticket(), next == null ? null : next.dueAt(),
                next == null ? null : next.kind().name());
        return Optional.of(due).filter(changed -> !changed.equals(ledger.facts().next()));
    }

    Stream<PromiseRows.Row> rows() {
        return changes.stream().map(change -> new PromiseRows.Row(change.after, ledger.facts()));
    }

    private static Promise promise(TicketLedger ledger, Reading reading, Optional<Promise> before, Instant now) {
        var credit = ledger.holderAt(creditedAt(reading, now));
        boolean broken = reading.state() == PromiseState.BROKEN;
        boolean running = reading.state() == PromiseState.RUNNING;
        return new Promise(ledger.facts().ticket(), reading.kind(), reading.sequence(), reading.state(),
                reading.explicit(), reading.unconfirmed(), reading.voided(), reading.madeAt(), reading.dueAt(),
                reading.countsAt(), reading.warnAt(), reading.outcomeAt(), reading.breachedAt(),
                warnedAt(reading, before, now),
                broken ? before.map(Promise::detectedAt).orElse(now) : null, aheadTold(reading, before),
                running ? reading.ahead().next() : null,
                before.map(Promise::notifiedAt).orElse(null), reading.used(), reading.remaining(), credit,
                reading.line());
    }

    /** Nobody is told once more where other terms give it more time, and nobody of what has come to its end. */
    private static int aheadTold(Reading reading, Optional<Promise> before) {
        int told = before.map(Promise::aheadTold).orElse(0);
        return reading.state() == PromiseState.RUNNING ? Math.max(told, reading.ahead().reached()) : told;
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

    private static Instant due(Reading reading) {
        return reading.dueAt() == null ? Instant.MAX : reading.dueAt();
    }
}
