package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Deputies;
import io.pledge.organisation.PersonId;

/** Taking and assigning cases, and putting them on hold. */
@Component
public class Casework {
    private final Docket docket;
    private final Holds holds;
    private final EscalationRecords escalations;
    private final Deputies deputies;

    Casework(Docket docket, Holds holds, EscalationRecords escalations, Deputies deputies) {
        this.docket = docket;
        this.holds = holds;
        this.escalations = escalations;
        this.deputies = deputies;
    }

    /**
     * A person takes a case; an escalation that waited to be taken is taken by it.
     *
     * @throws Refused where the case is resolved or has ended
     */
    @Transactional
    public void take(TicketId id, PersonId by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_TAKE);
        if (by.equals(ticket.assignee()) && ticket.awaitingSince() == null) {
            return;
        }
        var at = docket.moment(ticket, occurredAt);
        ticket.take(by, at.occurredAt());
        docket.save(ticket);
        var escalation = escalations.markTaken(id, by, at.occurredAt());
        var actor = new Actor.Staff(by);
        docket.record(ticket, What.TAKEN, actor, at);
        docket.announce(new TicketEvent.Taken(id, at, by, escalation.orElse(null)));
    }

    /**
     * Hands a case to a person of the unit that holds it; for that person it counts as taken.
     *
     * @throws Refused where the case is resolved or has ended, or the person is away
     */
    @Transactional
    public void assign(TicketId id, PersonId to, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_TAKE);
        if (to.equals(ticket.assignee()) && ticket.awaitingSince() == null) {
            return;
        }
        var at = docket.moment(ticket, occurredAt);
        if (deputies.absence(to, at.occurredAt()).isPresent()) {
            throw new Refused("absent");
        }
        ticket.take(to, at.occurredAt());
        docket.save(ticket);
        escalations.markTaken(id, to, at.occurredAt());
        docket.record(ticket, What.ASSIGNED, by, null, Map.of("to", Long.toString(to.value())), at);
        docket.announce(new TicketEvent.Assigned(id, at, to, by));
    }

    /**
     * The case waits for the customer. What may pause does; the duty to report progress does not.
     *
     * @throws Refused where it is held already, resolved, or has ended
     */
    @Transactional
    public void hold(TicketId id, String reason, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_HOLD);
        var at = docket.moment(ticket, occurredAt);
        ticket.hold();
        docket.save(ticket);
        holds.begin(id, reason, by, at.occurredAt());
        docket.record(ticket, What.HELD, by, null, Map.of("reason", reason), at);
        docket.announce(new TicketEvent.Held(id, at, by));
    }

    /** @throws Refused where the case is not held */
    @Transactional
    public void resume(TicketId id, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_RESUME);
        var at = docket.moment(ticket, occurredAt);
        endHold(ticket, by, at);
        docket.announce(new TicketEvent.Resumed(id, at, by));
    }

    /** Lays a case back into the queue of its unit, as part of another verb: who had it has left. */
    void putBack(Ticket ticket, PersonId from, Actor by, Moment at) {
        ticket.putBack(at.occurredAt());
        docket.save(ticket);
        docket.record(ticket, What.PUT_BACK, by, null, Map.of("to", Long.toString(from.value())), at);
        docket.announce(new TicketEvent.PutBack(ticket.id(), at, from));
    }

    /** Lets a unit take part in a case without having it: it sees the case from now on. Once more changes nothing. */
    @Transactional
    public void involve(TicketId id, String unitPath) {
        var ticket = docket.load(id);
        if (ticket.involve(unitPath)) {
            docket.save(ticket);
        }
    }

    /** Ends a hold as part of another verb, which announces itself: a customer's message, a resolution, an end. */
    void endHoldIfAny(Ticket ticket, Actor by, Moment at) {
        if (Rule.allow(Rule.MAY_RESUME, ticket)) {
            endHold(ticket, by, at);
        }
    }

    private void endHold(Ticket ticket, Actor by, Moment at) {
        ticket.resume();
        docket.save(ticket);
        holds.end(ticket.id(), by, at.occurredAt());
        docket.record(ticket, What.RESUMED, by, at);
    }

    /** The holds of a case, oldest first. */
    public List<Hold> holds(TicketId id) {
        return holds.of(id);
    }
}
