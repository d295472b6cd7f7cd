package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tries policies before they take effect: replays the tickets of a period under a draft, by the function that tickets run, and writes
 * nothing. What persons promised and renegotiated stays as it was; calendars are those in force.
 */
@Component
public class PolicyTrial {
    private static final int BATCH = 200;

    private final TrialTickets tickets;
    private final LedgerRecords records;
    private final PoliciesInForce inForce;

    PolicyTrial(TrialTickets tickets, LedgerRecords records, PoliciesInForce inForce) {
        this.tickets = tickets;
        this.records = records;
        this.inForce = inForce;
    }

    /**
     * Replays every ticket that was opened in a period.
     *
     * @param from the first moment of the period
     * @param until the first moment after it
     * @param list which promises to list beside the figures
     * @param now the moment at which promises are looked at
     * @throws DraftUnplayable where a ticket cannot be replayed under the draft
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public TrialResult run(PolicyDraft draft, Instant from, Instant until, TrialList list, Instant now) {
        var tally = new TrialTally(list);
        var replay = new TrialReplay(now);
        var current = inForce.now();
        long after = 0;
        List<TrialTickets.Tried> batch;
        do {
            batch = tickets.batch(from, until, after, BATCH);
            if (!batch.isEmpty()) {
                replay(draft, current, batch, replay, tally);
                after = batch.getLast().ticket().value();
            }
        } while (batch.size() == BATCH);
        return tally.result();
    }

    private void replay(PolicyDraft draft, InForce current, List<TrialTickets.Tried> batch, TrialReplay replay,
            TrialTally tally) {
        var ledgers = records.load(batch.stream().map(TrialTickets.Tried::ticket).toList()).stream()
                .collect(Collectors.toMap(ledger -> ledger.facts().ticket(), Function.identity()));
        for (var tried : batch) {
            var ledger = Objects.requireNonNull(ledgers.get(tried.ticket()));
            var traits = tried.throughout(ledger);
            var terms = traits.stream().flatMap(one -> current.terms(draft.policies(), tried.kind(), one, tried.home())
                    .stream()).toList();
            if (terms.size() == traits.size()) {
                tally.add(replay.compare(ledger, terms));
            } else {
                tally.leaveOut();
            }
        }
    }
}
