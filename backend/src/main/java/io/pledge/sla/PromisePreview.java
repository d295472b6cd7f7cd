package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.customer.Customer;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Ticket;

/** What something would do to the promises of a ticket, read by the ledger itself with it put at its end; nothing is written. */
@Component
@Transactional(readOnly = true)
public class PromisePreview {
    private final CaseTerms terms;
    private final LedgerRecords records;

    PromisePreview(CaseTerms terms, LedgerRecords records) {
        this.terms = terms;
        this.records = records;
    }

    /** Were it this severe. */
    public List<PromiseMove> as(Severity severity, Ticket ticket, Instant now) {
        return moves(ticket, terms.of(ticket, terms.traits(ticket).with(severity)), now);
    }

    /** Were it this customer's, under the contract in force today. */
    public List<PromiseMove> of(Customer customer, Ticket ticket, Instant now) {
        return moves(ticket, terms.of(ticket, new Traits(ticket.severity(), customer.level(), customer.key(),
                customer.contractCalendar())), now);
    }

    /** Under the policies in force, as the ticket stands. */
    public List<PromiseMove> anew(Ticket ticket, Instant now) {
        return moves(ticket, terms.of(ticket), now);
    }

    /** Whether promising anew under the policies in force would be refused, since they promise what is promised. */
    public boolean nothingToPromise(Ticket ticket) {
        return TicketTerms.alike(terms.of(ticket), records.load(ticket.id()).terms());
    }

    /** Were a case merged into this one: of what runs in both the earliest of each kind survives. */
    public List<PromiseMove> merged(Ticket ticket, Ticket into, Instant now) {
        var other = records.load(ticket.id());
        return PromiseMove.takenOver(moves(into, now, at -> new LedgerEvent.Absorb(at, ticket.id(), other.terms(),
                Ledger.running(other.events(), at))));
    }

    private List<PromiseMove> moves(Ticket ticket, Terms other, Instant now) {
        return moves(ticket, now, at -> new LedgerEvent.ChangeTerms(at, other, null));
    }

    private List<PromiseMove> moves(Ticket ticket, Instant now, Function<Instant, LedgerEvent> event) {
        var ledger = records.load(ticket.id());
        var at = ledger.readUntil(now);
        return PromiseMove.between(Projection.promises(ledger, at), ledger.promisesHad(event.apply(at)));
    }
}
