package io.pledge.notifier;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.CustomerId;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.Confirmations;
import io.pledge.notifications.MessageAccepted;
import io.pledge.notifications.MessagesAccepted;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.Mill;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.FieldWork;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Triage;

/** The mill, whose people hear of its cases by a plan. */
@PledgeTest
abstract class PlanScene {
    @Autowired
    Mill people;
    @Autowired
    Casebook casebook;
    @Autowired
    Casework casework;
    @Autowired
    Conversation conversation;
    @Autowired
    ClosedLoop loop;
    @Autowired
    FieldWork field;
    @Autowired
    Triage triage;
    @Autowired
    SlaWatch watch;
    @Autowired
    Confirmations confirmations;
    @Autowired
    PlanTasks tasks;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    MovableClock time;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    CustomerId mill;

    @BeforeEach
    void theMill() {
        mill = people.open();
    }

    void reply(TicketId ticket, String text) {
        conversation.reply(ticket, text, null, List.of(), casebook.person("local-engineer"), clock.instant());
    }

    void resolve(TicketId ticket) {
        loop.resolve(ticket, new Solution("a cap", "file 3.2.1 loaded", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
    }

    void pass(Duration duration) {
        time.advance(duration);
        while (watch.sweep(clock.instant()) > 0) {
            watch.sweep(clock.instant());
        }
        confirmations.sweep(clock.instant());
    }

    /** The mail server of somebody takes everything that they were written about a case. */
    void accepted(TicketId ticket, String name) {
        events.publishEvent(new MessagesAccepted(jdbc.sql("""
                 select o.key, o.reference, o.recipient_id from outbox_message o join participant p
                     on o.recipient_id = 'participant:' || p.id where p.ticket_id = ? and p.name = ? order by o.id
                 """).params(ticket.value(), name)
                .query((row, _) -> new MessageAccepted(row.getString(2), row.getString(1), row.getString(3),
                        clock.instant()))
                .list()));
    }

    List<Confirmation> owed(TicketId ticket) {
        return confirmations.forReference("ticket:" + ticket.value()).stream()
                .filter(one -> PlanTasks.isOne(one.key())).toList();
    }

    String person(String username) {
        return StaffNames.of(casebook.person(username));
    }

    /** Who of the staff was written a letter about a case. */
    List<String> staff(TicketId ticket, String letter) {
        return jdbc
                .sql("select recipient_id from outbox_message where reference = :ticket and key like :key order by id")
                .param("ticket", "ticket:" + ticket.value()).param("key", "staff:" + letter + ":%")
                .query(String.class).list();
    }
}
