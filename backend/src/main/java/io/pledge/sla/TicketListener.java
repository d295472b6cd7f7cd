package io.pledge.sla;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Units;
import io.pledge.ticket.Cases;
import io.pledge.ticket.CasesEscalated;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;

/** Hears what happens to tickets, inside the transaction that wrote it down, and enters it into the ledger. */
@Component
class TicketListener {
    private final TicketPromises promises;
    private final CaseTerms terms;
    private final Remaking remaking;
    private final LedgerRecords records;
    private final Cases cases;
    private final Units units;

    TicketListener(TicketPromises promises, CaseTerms terms, Remaking remaking, LedgerRecords records, Cases cases,
            Units units) {
        this.promises = promises;
        this.terms = terms;
        this.remaking = remaking;
        this.records = records;
        this.cases = cases;
        this.units = units;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(TicketEvent event) {
        var at = event.at();
        var when = at.occurredAt();
        var id = event.ticket();
        switch (event) {
            case TicketEvent.Submitted _ -> submitted(id, at);
            case TicketEvent.Heard heard -> heard(heard);
            case TicketEvent.AutomaticHeard _ ->
                enter(cases.require(id).goesOnAs(), new LedgerEvent.AutomaticMessage(when), at);
            case TicketEvent.CustomerWrote _ -> enter(id, new LedgerEvent.CustomerMessage(when), at);
            case TicketEvent.Held _ -> enter(id, new LedgerEvent.Hold(when), at);
            case TicketEvent.Resumed _ -> enter(id, new LedgerEvent.Resume(when), at);
            case TicketEvent.Confirmed _ -> answered(id, new LedgerEvent.Confirm(when), at);
            case TicketEvent.ClosedUnconfirmed _ -> answered(id, new LedgerEvent.CloseUnconfirmed(when), at);
            case TicketEvent.Rejected _ -> answered(id, new LedgerEvent.Reject(when), at);
            case TicketEvent.Reopened _ -> enter(id, new LedgerEvent.Reopen(when), at);
            case TicketEvent.VisitArrived _ -> enter(id, new LedgerEvent.VisitArrived(when), at);
            case TicketEvent.Shipped _ -> enter(id, new LedgerEvent.Shipped(when), at);
            case TicketEvent.Cancelled _ -> enter(id, new LedgerEvent.Cancel(when), at);
            case TicketEvent.Merged merged -> promises.merged(id, merged.into(), at);
            case TicketEvent.SeverityChanged changed -> severityChanged(changed);
            case TicketEvent.CustomerAttached attached -> attached(attached);
            case TicketEvent.Taken _,TicketEvent.Assigned _ ->
                promises.heldBy(Map.of(id, holder(cases.require(id))), at);
            case TicketEvent.HandedBack _ -> promises.movedTo(Map.of(id, holder(cases.require(id))), at);
            case TicketEvent.MessageWritten _,TicketEvent.Noted _,TicketEvent.Resolved _,TicketEvent.Reminded _ -> {
                // no promise depends on it: a message and a resolution count once they are heard
            }
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CasesEscalated escalated) {
        promises.movedTo(cases.require(escalated.tickets()).values().stream()
                .collect(Collectors.toMap(Ticket::id, this::holder)), escalated.at());
    }

    private void submitted(TicketId id, Moment at) {
        var ticket = cases.require(id);
        records.append(Map.of(id, holder(ticket)), at);
        enter(id, new LedgerEvent.Submitted(at.occurredAt(), terms.of(ticket)), at);
    }

    private void severityChanged(TicketEvent.SeverityChanged changed) {
        var ticket = cases.require(changed.ticket());
        var after = terms.traits(ticket);
        remaking.remake(ticket, new TermsChange(TermsChange.Cause.SEVERITY, after.with(changed.from()), after,
                changed.by().staff()), changed.at());
    }

    private void attached(TicketEvent.CustomerAttached attached) {
        var ticket = cases.require(attached.ticket());
        var before = terms.traits(ticket.severity(), attached.level(), attached.from());
        remaking.remake(ticket, new TermsChange(TermsChange.Cause.CUSTOMER, before, terms.traits(ticket),
                attached.by().staff()), attached.at());
    }

    private void heard(TicketEvent.Heard heard) {
        var when = heard.at().occurredAt();
        var counts = heard.resolves()
                ? new LedgerEvent.Resolve(when)
                : new LedgerEvent.PersonMessage(when, heard.nextWordAt());
        var id = cases.require(heard.ticket()).goesOnAs();
        if (!heard.resolves() || !records.resolved(id)) {
            enter(id, counts, heard.at());
        }
    }

    /** The customer answered the question whether it is solved, and so has heard of it, whatever the mail server said. */
    private void answered(TicketId id, LedgerEvent answer, Moment at) {
        if (!records.resolved(id)) {
            enter(id, new LedgerEvent.Resolve(at.occurredAt()), at);
        }
        enter(id, answer, at);
    }

    private void enter(TicketId id, LedgerEvent event, Moment at) {
        promises.happened(id, event, at);
    }

    private Promise.Holder holder(Ticket ticket) {
        var unit = units.unit(ticket.unit());
        var person = ticket.assignee() != null ? ticket.assignee() : unit.supervisor();
        return new Promise.Holder(unit.id(), unit.path(), unit.tier(), person);
    }
}
