package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.customer.Customer;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Ticket;

/** What making promises anew would do, read by the ledger itself with the change put at its end; nothing is written. */
@Component
@Transactional(readOnly = true)
public class RemakingPreview {
    private final CaseTerms terms;
    private final LedgerRecords records;

    RemakingPreview(CaseTerms terms, LedgerRecords records) {
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

    private List<PromiseMove> moves(Ticket ticket, Terms other, Instant now) {
        var ledger = records.load(ticket.id());
        var at = ledger.readUntil(now);
        return PromiseMove.between(Projection.promises(ledger, at),
                ledger.promisesHad(new LedgerEvent.ChangeTerms(at, other, null)));
    }
}
