package io.pledge.ticket;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;

/** What the two sides say to each other, and what staff note among themselves. */
@Component
public class Conversation {
    private final Docket docket;
    private final Casework casework;
    private final Participants participants;
    private final Attachments attachments;
    private final Mentions mentions;

    Conversation(Docket docket, Casework casework, Participants participants, Attachments attachments,
            Mentions mentions) {
        this.docket = docket;
        this.casework = casework;
        this.participants = participants;
        this.attachments = attachments;
        this.mentions = mentions;
    }

    /**
     * Writes to the customer. It counts for promises once the customer's channel has accepted it, see {@link Hearing}.
     *
     * @param nextWordAt the time by which the author will write again; null leaves it to the policy
     * @return the message
     * @throws Refused where the case has ended, or the next word is promised for a time that has passed
     */
    @Transactional
    public long reply(TicketId id, String text, @Nullable Instant nextWordAt, List<NewAttachment> files, PersonId by,
            Instant occurredAt) {
        var via = reachableByMail(id) ? Via.MAIL : Via.PAGE;
        return write(id, new Messages.Draft(false, via, text, nextWordAt), files, What.REPLIED, by, occurredAt);
    }

    /**
     * Logs a call with the customer, which may lie some time back.
     *
     * @param occurredAt when the call was, by which promises are judged
     */
    @Transactional
    public long logCall(TicketId id, String text, @Nullable Instant nextWordAt, PersonId by, Instant occurredAt) {
        return write(id, new Messages.Draft(false, Via.CALL, text, nextWordAt), List.of(), What.CALLED, by, occurredAt);
    }

    /** Notes something among staff; the customer never sees it and it keeps no promise. Whoever is called in it and sees the case is told. */
    @Transactional
    public long note(TicketId id, String text, PersonId by, Instant occurredAt) {
        var ticket = docket.load(id);
        var at = docket.moment(ticket, occurredAt);
        var actor = new Actor.Staff(by);
        long message = docket.write(ticket, new Messages.Draft(true, Via.PAGE, text, null), actor, at);
        docket.record(ticket, What.NOTED, actor, message, Map.of(), at);
        docket.announce(new TicketEvent.Noted(id, at, message, by));
        var called = new LinkedHashSet<>(mentions.in(text, ticket).people());
        called.remove(by);
        if (!called.isEmpty()) {
            docket.announce(new PeopleMentioned(id, at, message, by, called));
        }
        return message;
    }

    /**
     * Notes a call with somebody who reads along: they were told as their plan says. It keeps no promise, which only word to who turned to
     * us does.
     *
     * @param text what was said; empty for nothing worth keeping
     * @param participant whom
     */
    @Transactional
    public void notePlannedCall(TicketId id, String text, long participant, PersonId by, Instant occurredAt) {
        var ticket = docket.load(id);
        var at = docket.moment(ticket, occurredAt);
        var actor = new Actor.Staff(by);
        var message = text.isBlank()
                ? null
                : docket.write(ticket, new Messages.Draft(true, Via.CALL, text.strip(), null), actor, at);
        docket.record(ticket, What.PLAN_CALLED, actor, message,
                Map.of("participant", Long.toString(participant)), at);
    }

    /** The customer writes; a hold ends by it. */
    @Transactional
    public long customerWrites(TicketId id, String text, List<NewAttachment> files, long participant,
            Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_WRITE);
        var at = docket.moment(ticket, occurredAt);
        var actor = new Actor.Customer(participant);
        long message = docket.write(ticket, new Messages.Draft(false, Via.PAGE, text, null), actor, at);
        attachments.add(id, message, files, at.recordedAt());
        docket.record(ticket, What.CUSTOMER_WROTE, actor, message, Map.of(), at);
        casework.endHoldIfAny(ticket, actor, at);
        docket.announce(new TicketEvent.CustomerWrote(id, at, message));
        return message;
    }

    /** A message that comes with another verb, such as resolving. */
    long writeWith(Ticket ticket, String text, Actor by, Moment at) {
        var via = reachableByMail(ticket.id()) ? Via.MAIL : Via.PAGE;
        return docket.write(ticket, new Messages.Draft(false, via, text, null), by, at);
    }

    private long write(TicketId id, Messages.Draft draft, List<NewAttachment> files, What what, PersonId by,
            Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_WRITE);
        var at = docket.moment(ticket, occurredAt);
        requireAhead(draft.nextWordAt(), at);
        var actor = new Actor.Staff(by);
        long message = docket.write(ticket, draft, actor, at);
        attachments.add(id, message, files, at.recordedAt());
        var detail = Optional.ofNullable(draft.nextWordAt()).map(next -> Map.of("nextWordAt", next.toString()));
        docket.record(ticket, what, actor, message, detail.orElse(Map.of()), at);
        docket.announce(new TicketEvent.MessageWritten(id, at, message, actor));
        return message;
    }

    private static void requireAhead(@Nullable Instant nextWordAt, Moment at) {
        if (nextWordAt != null && !nextWordAt.isAfter(at.occurredAt())) {
            throw new Refused("nextWordPassed");
        }
    }

    private boolean reachableByMail(TicketId id) {
        return participants.of(id).stream().anyMatch(p -> p.email() != null);
    }
}
