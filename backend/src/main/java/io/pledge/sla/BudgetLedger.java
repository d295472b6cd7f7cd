package io.pledge.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/**
 * The budgets of the tiers of one ticket, read from what happened to it. A pure function, as the ledger of its promises
 * is: a tier uses up time while it has the ticket and the clock of the solution runs, and at no other time.
 */
final class BudgetLedger {
    private final List<Reign> reigns;
    private final Instant asOf;

    private BudgetLedger(TicketLedger ledger, Instant asOf) {
        this.reigns = Reign.of(ledger, asOf);
        this.asOf = asOf;
    }

    /**
     * Reads the budgets of all rounds.
     *
     * @param asOf the moment of reading; what happened later is left out
     * @return by round, and in it from the local tier up; nothing of a tier that neither has a budget nor had the ticket
     */
    static List<TierBudget> read(TicketLedger ledger, Instant asOf) {
        var reading = new BudgetLedger(ledger, asOf);
        var rounds = rounds(Ledger.resolutions(ledger.events(), asOf));
        return Stream.iterate(0, round -> round < rounds.size(), round -> round + 1)
                .flatMap(round -> reading.read(round + 1, rounds.get(round), round + 1 < rounds.size()
                        ? rounds.get(round + 1).getFirst().madeAt
                        : asOf))
                .toList();
    }

    /** A promise that goes on with what was left shares the budgets of the one before; a full one begins them anew. */
    private static List<List<RunningPromise>> rounds(List<RunningPromise> promises) {
        var rounds = new ArrayList<List<RunningPromise>>();
        for (var promise : promises) {
            if (rounds.isEmpty() || !promise.goesOnFrom(rounds.getLast().getLast())) {
                rounds.add(new ArrayList<>());
            }
            rounds.getLast().add(promise);
        }
        return rounds;
    }

    private Stream<TierBudget> read(int round, List<RunningPromise> promises, Instant end) {
        Map<Tier, TierTally> tallies = new EnumMap<>(Tier.class);
        Stream.of(Tier.values()).forEach(tier -> tallies.put(tier, new TierTally(tier)));
        promises.forEach(promise -> promise.explain(asOf).legs().stream().filter(Leg::counts)
                .flatMap(leg -> reigns.stream().flatMap(reign -> reign.within(leg).stream()))
                .forEach(part -> tallies.get(part.reign().holder().tier()).add(promise.sequence, part)));
        var running = promises.getLast().ahead().flatMap(leg -> reigns.getLast().within(leg));
        var settled = !promises.getLast().unsettled();
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().told(budget(entry.getKey(), end)))
                .map(entry -> entry.getValue().read(round, budget(entry.getKey(), end),
                        running.filter(part -> part.reign().holder().tier() == entry.getKey()), asOf, settled));
    }

    /** What the terms in force at a moment give a tier. */
    private Optional<WorkingTime> budget(Tier tier, Instant at) {
        return reigns.stream().filter(reign -> !reign.from().isAfter(at)).reduce((_, later) -> later)
                .flatMap(reign -> reign.budget(tier));
    }
}
