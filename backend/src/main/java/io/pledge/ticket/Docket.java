package io.pledge.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every verb does around its own step: load the case and check, then save, record and announce. */
@Component
class Docket {
    private final Tickets tickets;
    private final Timeline timeline;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Docket(Tickets tickets, Timeline timeline, Messages messages, ApplicationEventPublisher events, Clock clock) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    Ticket load(TicketId id) {
        return tickets.findById(id.value()).orElseThrow(() -> new TicketNotFound(id.number().value()));
    }

    /** Cases in the order of their ids, in one question to the database. */
    List<Ticket> load(Collection<TicketId> ids) {
        return tickets.findAllById(ids.stream().map(TicketId::value).toList()).stream()
                .sorted(Comparator.comparing(ticket -> ticket.id().value())).toList();
    }

    Ticket load(TicketId id, List<Rule> rules) {
        var ticket = load(id);
        Rule.require(rules, ticket);
        return ticket;
    }

    /** @throws Refused where it is said to have happened in the future or before the case came in */
    Moment moment(Ticket ticket, Instant occurredAt) {
        if (occurredAt.isBefore(ticket.submittedAt())) {
            throw new Refused("beforeSubmission");
        }
        return moment(occurredAt);
    }

    Moment moment(Instant occurredAt) {
        var now = clock.instant();
        if (occurredAt.isAfter(now)) {
            throw new Refused("inFuture");
        }
        return new Moment(occurredAt, now);
    }

    Instant now() {
        return clock.instant();
    }

    Ticket save(Ticket ticket) {
        return tickets.save(ticket);
    }

    long write(Ticket ticket, Messages.Draft draft, Actor by, Moment at) {
        return messages.write(ticket, draft, by, at);
    }

    void record(Ticket ticket, What what, Actor by, Moment at) {
        timeline.append(ticket, what, by, at);
    }

    void record(Ticket ticket, What what, Actor by, @Nullable Long message, Map<String, String> detail, Moment at) {
        timeline.append(ticket, what, by, message, detail, at);
    }

    void record(List<Timeline.Line> lines) {
        timeline.write(lines);
    }

    void announce(TicketEvent event) {
        events.publishEvent(event);
    }

    void announce(PeopleMentioned event) {
        events.publishEvent(event);
    }

    void announce(CasesEscalated event) {
        events.publishEvent(event);
    }

    void announce(EscalationsIgnored event) {
        events.publishEvent(event);
    }
}
