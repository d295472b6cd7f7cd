package io.pledge.ticket;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.sql.Sql;

/** Customers who lost their private link and say which case it was and who they are. */
@Component
public class LostLinks {
    /** Whoever asks again sooner has the mail on its way already. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private final Tickets tickets;
    private final Participants participants;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostLinks(Tickets tickets, Participants participants, JdbcClient jdbc, ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.participants = participants;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Announces {@link LinkAsked} where the case has somebody with that address; otherwise nothing happens, and nobody is told. */
    @Transactional
    public void ask(String number, String email) {
        TicketNumber.read(number).flatMap(id -> tickets.findById(id.value())).ifPresent(ticket -> participants
                .of(ticket.id()).stream().filter(person -> email.equalsIgnoreCase(person.email())).findFirst()
                .filter(this::notJustNow)
                .ifPresent(person -> events.publishEvent(new LinkAsked(ticket.id(), person.id(), clock.instant()))));
    }

    private boolean notJustNow(Participant person) {
        return jdbc.sql("""
                select not exists (select from private_link where participant_id = :person and issued_at > :after)
                """).param("person", person.id()).param("after", Sql.at(clock.instant().minus(AGAIN_AFTER)))
                .query(Boolean.class).single();
    }
}
