package io.pledge.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pledge.calendar.NeverOpen;

/** Replays tickets as they are and under a draft, by the function that tickets run. */
final class TrialReplay {
    /** Longer than any silence under policies that somebody means; the time of a replay grows with its square. */
    private static final long MOST_WORDS = 5_000;
    private static final long MOST_WORDS_IN_ALL = 2_000_000;

    private final Instant now;
    private long words;

    TrialReplay(Instant now) {
        this.now = now;
    }

    /** Tells the promises of one ticket apart, in the order of a list. */
    private record Place(PromiseKind kind, int sequence) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::kind).thenComparing(Place::sequence);

        static Place of(Promise promise) {
            return new Place(promise.kind(), promise.sequence());
        }
    }

    /**
     * The promises of one ticket, by kind and sequence.
     *
     * @param terms what the draft gives for it at its submission and at each change since
     * @throws DraftUnplayable where that leads nowhere
     */
    List<TriedPromise> compare(TicketLedger ledger, List<Terms> terms) {
        var until = ledger.readUntil(now);
        var before = Projection.promises(ledger, until);
        terms.forEach(one -> limit(ledger, one, before, until));
        return pairs(ledger, before, after(ledger, terms, before, until));
    }

    private static List<Promise> after(TicketLedger ledger, List<Terms> terms, List<Promise> before, Instant until) {
        var events = TrialEvents.under(terms, ledger.events(), before);
        try {
            return Projection.promises(new TicketLedger(ledger.facts(), events, ledger.holders(), List.of(),
                    TicketLedger.Known.ALL, List.of()), until);
        } catch (NeverOpen never) {
            throw new DraftUnplayable(DraftUnplayable.Reason.NEVER_DUE, terms.getLast(), ledger.facts().ticket());
        }
    }

    /** A silent ticket of one-second words over a quarter would be a chain of millions. */
    private void limit(TicketLedger ledger, Terms terms, List<Promise> before, Instant until) {
        if (ledger.events().isEmpty()) {
            return;
        }
        var target = terms.targets().get(PromiseKind.PROGRESS);
        var open = target.calendar().between(ledger.events().getFirst().at(), end(ledger, until));
        long most = open.seconds() / Math.max(1, target.allowance().seconds());
        words += most;
        if (most > before.size() && (most > MOST_WORDS || words > MOST_WORDS_IN_ALL)) {
            throw new DraftUnplayable(DraftUnplayable.Reason.TOO_OFTEN, terms, ledger.facts().ticket());
        }
    }

    /** From when on no word is due any more. */
    private static Instant end(TicketLedger ledger, Instant until) {
        var last = ledger.events().getLast();
        return switch (last) {
            case LedgerEvent.Resolve _,LedgerEvent.Confirm _,LedgerEvent.CloseUnconfirmed _,LedgerEvent.Cancel _ ->
                last.at();
            default -> until;
        };
    }

    private static List<TriedPromise> pairs(TicketLedger ledger, List<Promise> before, List<Promise> after) {
        var then = byPlace(before);
        var would = byPlace(after);
        return Stream.concat(then.keySet().stream(), would.keySet().stream()).distinct().sorted(Place.ORDER)
                .map(place -> new TriedPromise(ledger.facts().ticket(), place.kind, place.sequence, then.get(place),
                        would.get(place)))
                .toList();
    }

    private static Map<Place, Promise> byPlace(List<Promise> promises) {
        return promises.stream()
                .collect(Collectors.toMap(Place::of, Function.identity(), (first, _) -> first, HashMap::new));
    }
}
