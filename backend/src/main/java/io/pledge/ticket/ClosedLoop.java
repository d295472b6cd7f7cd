package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;

/** A case ends when the customer is satisfied: resolved, asked, and closed by a yes, or reopened by a no. */
@Component
public class ClosedLoop {
    private final Docket docket;
    private final Casework casework;
    private final Conversation conversation;
    private final Escalations escalations;
    private final Resolutions resolutions;
    private final Units units;
    private final Staff staff;
    private final Patience patience;
    private final TicketProperties properties;
    private final List<BeforeResolving> before;

    ClosedLoop(Docket docket, Casework casework, Conversation conversation, Escalations escalations,
            Resolutions resolutions, Units units, Staff staff, Patience patience, TicketProperties properties,
            List<BeforeResolving> before) {
        this.docket = docket;
        this.casework = casework;
        this.conversation = conversation;
        this.escalations = escalations;
        this.resolutions = resolutions;
        this.units = units;
        this.staff = staff;
        this.patience = patience;
        this.properties = properties;
        this.before = List.copyOf(before);
    }

    /**
     * Says what was done and asks the customer whether it is solved. A hold ends by it.
     *
     * @throws Refused where it is resolved already or has ended, or something has to be done before
     */
    @Transactional
    public void resolve(TicketId id, Solution solution, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_RESOLVE);
        before.forEach(one -> one.require(ticket));
        var at = docket.moment(ticket, occurredAt);
        boolean held = casework.endHoldIfAny(ticket, by, at);
        escalations.leave(ticket, at);
        ticket.resolve(at.occurredAt());
        docket.save(ticket);
        long message = conversation.writeWith(ticket, solution.message(), by, at);
        var resolvedAt = at.occurredAt();
        var closesAt = patience.closesAt(id, resolvedAt).orElse(resolvedAt.plus(properties.closeAfter()));
        var attentionAt = properties.reminders(resolvedAt, closesAt).stream().findFirst().orElse(closesAt);
        long resolution = resolutions.add(id, solution, message, by, resolvedAt, attentionAt, closesAt);
        docket.record(ticket, What.RESOLVED, by, message, Map.of("remedy", solution.remedy()), at);
        if (held) {
            // the clock runs on until the customer hears that it is solved
            docket.announce(new TicketEvent.Resumed(id, at, by));
        }
        docket.announce(new TicketEvent.Resolved(id, at, resolution, message, by));
    }

    /** The customer says yes; the case closes. Said twice, it changes nothing. */
    @Transactional
    public void confirm(TicketId id, Actor by, Instant occurredAt) {
        if (docket.load(id).state() == TicketState.CLOSED) {
            return;
        }
        var ticket = docket.load(id, Rule.MAY_ANSWER);
        var at = docket.moment(ticket, occurredAt);
        var resolution = end(ticket, Resolution.Outcome.CONFIRMED, "", at);
        ticket.end(TicketState.CLOSED, at.occurredAt());
        docket.save(ticket);
        docket.record(ticket, What.CONFIRMED, by, at);
        docket.announce(new TicketEvent.Confirmed(id, at, resolution.id()));
    }

    /**
     * The customer says no; the case is open again, one tier higher.
     *
     * @param reason what is still wrong, in the customer's words
     */
    @Transactional
    public void reject(TicketId id, String reason, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_ANSWER);
        var at = docket.moment(ticket, occurredAt);
        var resolution = end(ticket, Resolution.Outcome.REJECTED, reason, at);
        ticket.reopen(at.occurredAt());
        docket.save(ticket);
        docket.record(ticket, What.REJECTED, by, null, Map.of("reason", reason), at);
        docket.announce(new TicketEvent.Rejected(id, at, resolution.id(), reason));
        escalations.climbOnNo(ticket, reason, at);
    }

    /** Nobody answered: closed, and never counted as satisfied. */
    @Transactional
    public void closeUnconfirmed(TicketId id, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_ANSWER);
        var at = docket.moment(ticket, occurredAt);
        var resolution = end(ticket, Resolution.Outcome.SILENT, "", at);
        ticket.end(TicketState.CLOSED_UNCONFIRMED, at.occurredAt());
        docket.save(ticket);
        docket.record(ticket, What.CLOSED_UNCONFIRMED, by, at);
        docket.announce(new TicketEvent.ClosedUnconfirmed(id, at, resolution.id()));
    }

    /**
     * Opens a case again that had been closed; what closed it stays in the ledger, voided. Where its unit was retired since, the unit
     * above has to take it; where who had it has left, it lies in the queue.
     *
     * @throws Refused where the case is open, or was cancelled or merged
     */
    @Transactional
    public void reopen(TicketId id, String reason, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_REOPEN);
        var at = docket.moment(ticket, occurredAt);
        ticket.reopen(at.occurredAt());
        docket.save(ticket);
        docket.record(ticket, What.REOPENED, by, null, Map.of("reason", reason), at);
        docket.announce(new TicketEvent.Reopened(id, at, reason, by));
        var had = ticket.assignee();
        if (by instanceof Actor.Customer || units.isRetired(ticket.unit())) {
            escalations.climbOnNo(ticket, reason, at);
        } else if (had != null && !staff.isAtWork(had)) {
            casework.putBack(ticket, had, by, at);
        }
    }

    /** Ends a case that was none: entered by mistake, or withdrawn by the customer. */
    @Transactional
    public void cancel(TicketId id, String reason, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_CANCEL);
        var at = docket.moment(ticket, occurredAt);
        casework.endHoldIfAny(ticket, by, at);
        escalations.leave(ticket, at);
        if (ticket.state() == TicketState.RESOLVED) {
            end(ticket, Resolution.Outcome.WITHDRAWN, reason, at);
        }
        ticket.end(TicketState.CANCELLED, at.occurredAt());
        docket.save(ticket);
        docket.record(ticket, What.CANCELLED, by, null, Map.of("reason", reason), at);
        docket.announce(new TicketEvent.Cancelled(id, at, reason, by));
    }

    private Resolution end(Ticket ticket, Resolution.Outcome outcome, String reason, Moment at) {
        var resolution = resolutions.last(ticket.id()).orElseThrow();
        resolutions.end(resolution.id(), outcome, reason, at.occurredAt());
        return resolution;
    }
}
