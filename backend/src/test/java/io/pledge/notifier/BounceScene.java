package io.pledge.notifier;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.pledge.notifications.Bounces;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.Confirmations;
import io.pledge.notifications.Delivery;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;
import io.pledge.ticket.What;

/** Marek's case, whose letters a mail server takes and sends back. */
@PledgeTest
abstract class BounceScene {
    static final String MAREK = "marek@mill.example";

    final ReturnedMails mails = new ReturnedMails();
    @Autowired
    Casebook casebook;
    @Autowired
    Casework casework;
    @Autowired
    Conversation conversation;
    @Autowired
    Delivery delivery;
    @Autowired
    Bounces bounces;
    @Autowired
    Confirmations confirmations;
    @Autowired
    Timeline timeline;
    @Autowired
    MovableClock time;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        ReturnedMails.configure(properties);
    }

    @BeforeEach
    void serverIsUp() {
        mails.start();
    }

    @AfterEach
    void serverGoes() {
        mails.stop();
    }

    TicketId open() {
        return casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", MAREK);
    }

    /** A case that Lena has and has answered. */
    TicketId answered() {
        var ticket = open();
        casework.take(ticket, casebook.person("local-engineer"), clock.instant());
        reply(ticket);
        return ticket;
    }

    void reply(TicketId ticket) {
        conversation.reply(ticket, "I look at it now.", null, List.of(), casebook.person("local-engineer"),
                clock.instant());
        deliver();
    }

    void deliver() {
        time.advance(Duration.ofSeconds(30));
        delivery.sweep(clock.instant());
    }

    /** The Message-ID under which the last letter of this kind went out. */
    String sent(String letter) {
        return jdbc.sql("select message_id from outbox_message where key like :key order by id desc limit 1")
                .param("key", "%:" + letter + ":%").query(String.class).single();
    }

    /** A mail of this shape comes about the last letter of this kind, and the mailbox is read. */
    void comesBack(String shape, String letter) {
        mails.come(shape, sent(letter), MAREK);
        read();
    }

    void read() {
        time.advance(Duration.ofMinutes(1));
        bounces.sweep(clock.instant());
    }

    List<Confirmation> tasks(TicketId ticket) {
        return confirmations.forReference("ticket:" + ticket.value()).stream()
                .filter(owed -> UnreachedCustomers.isOne(owed.key())).toList();
    }

    List<TimelineEntry> lost(TicketId ticket) {
        return timeline.of(ticket).stream().filter(entry -> entry.what() == What.NOT_DELIVERED).toList();
    }

    String person(String username) {
        return StaffNames.of(casebook.person(username));
    }
}
