package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** A case that holds two matters becomes two: the part is a case of its own, with its own promises. */
@Component
public class Splitting {
    private final Docket docket;
    private final Tickets tickets;
    private final Messages messages;
    private final Participants participants;
    private final Links links;
    private final MergedCases merged;
    private final Units units;

    Splitting(Docket docket, Tickets tickets, Messages messages, Participants participants, Links links,
            MergedCases merged,
            Units units) {
        this.docket = docket;
        this.tickets = tickets;
        this.messages = messages;
        this.participants = participants;
        this.links = links;
        this.merged = merged;
        this.units = units;
    }

    /**
     * Splits a part off, into a case of the same customer that comes in at the same unit. What is promised for it counts from when the
     * customer first told of it, or from now on where we found it ourselves. The same key again changes nothing and gives the same case.
     *
     * @throws Refused where the case has ended, or the customer did not tell of it in that message
     */
    @Transactional
    public TicketId split(TicketId id, Part part, Actor by) {
        merged.lock(List.of(id));
        var before = tickets.findBySubmissionKey(part.key());
        if (before.isPresent()) {
            return before.get().id();
        }
        var whole = docket.load(id, Rule.MAY_CHANGE);
        return open(whole, part, by, docket.moment(told(id, part)));
    }

    private Instant told(TicketId id, Part part) {
        if (part.message() == null) {
            return docket.now();
        }
        return messages.of(id).stream()
                .filter(message -> message.id() == part.message() && message.author() == Author.CUSTOMER).findFirst()
                .orElseThrow(() -> new Refused("notTold")).at().occurredAt();
    }

    private TicketId open(Ticket whole, Part part, Actor by, Moment at) {
        ServiceUnit home = units.atWorkFrom(whole.home());
        var ticket = docket.save(whole.part(part, home, at));
        participants.copy(whole.id(), ticket.id(), at.recordedAt());
        var customer = new Actor.Customer(participants.submitter(ticket.id()).id());
        long message = docket.write(ticket, new Messages.Draft(false, Via.PAGE, part.text(), null),
                part.message() == null ? by : customer, at);
        docket.record(ticket, What.SUBMITTED, by, message, Map.of("channel", whole.channel().name()), at);
        links.splitOff(ticket.id(), whole.id(), by, at.recordedAt());
        var now = new Moment(at.recordedAt(), at.recordedAt());
        docket.record(whole, What.SPLIT, by, null, Map.of("other", ticket.number().value()), now);
        docket.announce(new TicketEvent.Submitted(ticket.id(), at));
        return ticket.id();
    }

    /**
     * A part of a case.
     *
     * @param key chosen by the sender; the same key twice is one case
     * @param message in which the customer first told of it; null where we found it, such as at a routine service
     * @param text the words about this part, of the customer or of whoever found it
     */
    public record Part(String key, @Nullable Long message, String text, TicketKind kind, Severity severity) {}
}
