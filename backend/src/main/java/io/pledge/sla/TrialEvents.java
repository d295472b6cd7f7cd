package io.pledge.sla;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What happened to a ticket, as it would stand in the ledger had other policies been in force. */
final class TrialEvents {
    private final Iterator<Terms> terms;
    private final List<Promise> before;
    private final Set<PromiseKind> promised = EnumSet.noneOf(PromiseKind.class);

    private TrialEvents(List<Terms> terms, List<Promise> before) {
        this.terms = terms.iterator();
        this.before = before;
    }

    /**
     * @param terms what the other policies give at the submission and at each change since, in order
     * @param before the ticket's promises as they are, which say what a renegotiation made
     */
    static List<LedgerEvent> under(List<Terms> terms, List<LedgerEvent> events, List<Promise> before) {
        var trial = new TrialEvents(terms, before);
        return events.stream().flatMap(trial::under).toList();
    }

    private Stream<LedgerEvent> under(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.Submitted submitted -> Stream.of(new LedgerEvent.Submitted(submitted.at(), next()));
            case LedgerEvent.ChangeTerms change -> Stream.of(
                    new LedgerEvent.ChangeTerms(change.at(), next(), change.why()));
            case LedgerEvent.Promised made -> {
                promised.add(made.kind());
                yield Stream.of(made);
            }
            case LedgerEvent.Absorb absorb -> {
                // taken over as it ran: the other ticket is tried by itself
                absorb.running().forEach(ran -> promised.add(ran.kind()));
                yield Stream.of(absorb);
            }
            case LedgerEvent.Renegotiate change when !promised.contains(change.kind()) -> alone(change);
            default -> Stream.of(event);
        };
    }

    private Terms next() {
        var other = terms.next();
        promised.addAll(other.targets().keySet());
        return other;
    }

    /**
     * Nothing of this kind would have been promised by policy, so that there is nothing to renegotiate. A time that was made stays a
     * time that a person promised; one that was only announced is nothing.
     */
    private Stream<LedgerEvent> alone(LedgerEvent.Renegotiate change) {
        boolean made = before.stream().anyMatch(promise -> promise.explicit() && promise.kind() == change.kind()
                && promise.madeAt().equals(change.at()));
        if (!made) {
            return Stream.empty();
        }
        promised.add(change.kind());
        return Stream.of(new LedgerEvent.Promised(change.at(), change.kind(), change.dueAt()));
    }
}
