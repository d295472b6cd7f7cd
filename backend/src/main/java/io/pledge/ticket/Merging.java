package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two cases that are one matter become one: the other goes on with everything that was said in both. */
@Component
public class Merging {
    private final Docket docket;
    private final Casework casework;
    private final Escalations escalations;
    private final MergedCases merged;

    Merging(Docket docket, Casework casework, Escalations escalations, MergedCases merged) {
        this.docket = docket;
        this.casework = casework;
        this.escalations = escalations;
        this.merged = merged;
    }

    /**
     * Ends a case, which goes on in another one of the same customer. A hold of either ends first. Who is on the customer's side of
     * one is on that of the other, and the links to it that went out by mail open the other.
     *
     * @param into the case that goes on
     * @throws Refused where it is the same case, the two are not the same customer's, or one is resolved or has ended
     */
    @Transactional
    public void merge(TicketId id, TicketId into, Actor by, Instant occurredAt) {
        if (id.equals(into)) {
            throw new Refused("mergedWithItself");
        }
        merged.lock(List.of(id, into));
        var ticket = docket.load(id, Rule.MAY_MERGE);
        var other = docket.load(into, Rule.MAY_MERGE);
        if (!ofOneCustomer(ticket, other)) {
            throw new Refused("otherCustomer");
        }
        var at = docket.moment(ticket, docket.moment(other, occurredAt).occurredAt());
        casework.endHoldIfAny(ticket, by, at);
        casework.endHoldIfAny(other, by, at);
        escalations.leave(ticket, at);
        ticket.mergeInto(other, at.occurredAt());
        other.absorb(ticket);
        docket.save(ticket);
        docket.save(other);
        merged.join(id, into, at.recordedAt());
        docket.record(ticket, What.MERGED, by, null, Map.of("into", into.number().value()), at);
        docket.record(other, What.ABSORBED, by, null, Map.of("from", id.number().value()), at);
        docket.announce(new TicketEvent.Merged(id, at, into, by));
    }

    /** Where nobody knows the customer, somebody must stand in both, by mail or telephone. */
    private boolean ofOneCustomer(Ticket one, Ticket other) {
        return Objects.equals(one.customer(), other.customer())
                && (one.customer() != null || merged.shareSomebody(one.id(), other.id()));
    }
}
