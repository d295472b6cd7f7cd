package io.pledge.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.NextDue;
import io.pledge.ticket.TicketId;

/**
 * What is stored of one ticket's promises: its facts, events, holders, and promises and budgets as last projected.
 *
 * @param known which of the projected promises are here
 */
record TicketLedger(Facts facts, List<LedgerEvent> events, List<Held> holders, List<Promise> promises, Known known,
        List<BudgetRow> budgets) {

    /** @param next by when the queues have it */
    record Facts(TicketId ticket, String kind, String severity, @Nullable String level, @Nullable Long customer,
            @Nullable Long accountManager, NextDue.Due next) {}

    /** Which promises were read. A silent ticket has hundreds, of which time alone touches only those that run. */
    enum Known {
        ALL,
        /** Enough where nothing happened but that time went by: the others stay as they are. */
        RUNNING
    }

    record Held(Instant since, Promise.Holder holder) {}

    /**
     * Up to when the ledger must be read: no earlier than it was looked at before, so that something learned late, such as a call
     * logged the day after, corrects the past and does not hide the present.
     */
    Instant readUntil(Instant now) {
        var happened = Stream.concat(events.stream().map(LedgerEvent::at), holders.stream().map(Held::since));
        var looks = Stream.concat(promises.stream().flatMap(p -> Stream.of(p.detectedAt(), p.warnedAt())),
                budgets.stream().map(BudgetRow::detectedAt)).filter(Objects::nonNull);
        return Stream.concat(Stream.concat(Stream.of(now), happened), looks).max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** The terms that hold for it. */
    Terms terms() {
        return allTerms().reduce((_, later) -> later).orElseThrow();
    }

    /** Whether any of the terms that held for it gave a tier a budget. */
    boolean everHadBudgets() {
        return allTerms().anyMatch(terms -> !terms.budgets().equals(Budgets.NONE));
    }

    private Stream<Terms> allTerms() {
        return events.stream().flatMap(event -> switch (event) {
            case LedgerEvent.Submitted submitted -> Stream.of(submitted.terms());
            case LedgerEvent.ChangeTerms change -> Stream.of(change.terms());
            default -> Stream.empty();
        });
    }

    /** Why other terms came to hold, in order; what only a simulation changes has no reason. */
    List<TermsChange> changes() {
        return events.stream().flatMap(event -> event instanceof LedgerEvent.ChangeTerms change && change.why() != null
                ? Stream.of(change.why())
                : Stream.empty()).toList();
    }

    /** The promises as they would stand had this happened too, last of all. */
    List<Promise> promisesHad(LedgerEvent event) {
        var all = Stream.concat(events.stream(), Stream.of(event)).toList();
        return Projection.promises(new TicketLedger(facts, all, holders, List.of(), Known.ALL, List.of()), event.at());
    }

    /** Who had the ticket at a moment. */
    Promise.Holder holderAt(Instant at) {
        var found = holders.getFirst().holder;
        for (var held : holders) {
            if (!held.since.isAfter(at)) {
                found = held.holder;
            }
        }
        return found;
    }
}
