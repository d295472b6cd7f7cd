package io.pledge.notifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.support.TransactionTemplate;

import io.pledge.notifications.Delivery;
import io.pledge.notifications.Outbox;
import io.pledge.notifications.OutgoingMessage;
import io.pledge.notifications.Recipient;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters on their way through a real mail server, which is sometimes down. */
@PledgeTest
class MailServerTests {
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String MAREK = "marek@mill.example";

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    @Autowired
    private Casebook casebook;
    @Autowired
    private Conversation conversation;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Delivery delivery;
    @Autowired
    private Outbox outbox;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Promises promises;
    @Autowired
    private MovableClock time;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("pledge.notifications.from", () -> "Norlund service <service@norlund.example>");
    }

    @BeforeEach
    void serverIsUp() {
        server.start();
    }

    @AfterEach
    void serverGoes() {
        server.stop();
    }

    @Test
    void theCustomersLetterArrivesWithNumberTimeAndLink() throws Exception {
        var ticket = open(MAREK);
        var mail = to(MAREK).getFirst();
        assertThat(mail.getSubject()).contains(ticket.number().value());
        assertThat(mail.getFrom()[0]).hasToString("Norlund service <service@norlund.example>");
        assertThat(mail.getContentType()).containsIgnoringCase("utf-8");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString()).contains("Warsaw time")
                .containsPattern("http://\\S+/c/[A-Za-z0-9_-]{27}");
    }

    @Test
    void whileTheServerIsDownLettersWaitAndEachGoesOutOnceWithItsMessageId() throws Exception {
        server.stop();
        open(MAREK);
        String id = jdbc.sql("select message_id from outbox_message where key like 'customer:acknowledgement:%'")
                .query(String.class).single();
        server.start();
        deliver();
        deliver();
        assertThat(to(MAREK)).hasSize(1).first()
                .satisfies(mail -> assertThat(mail.getMessageID()).isEqualTo(id));
    }

    @Test
    void aMessageCountsFromTheServersYesAndNotFromTheButton() {
        var ticket = open(MAREK);
        server.stop();
        conversation.reply(ticket, "I look at it now.", null, List.of(), casebook.person("local-engineer"),
                clock.instant());
        assertThat(acknowledgement(ticket).state()).isEqualTo(PromiseState.RUNNING);
        server.start();
        time.advance(Duration.ofMinutes(1));
        deliver();
        assertThat(acknowledgement(ticket).state()).isEqualTo(PromiseState.KEPT);
        assertThat(acknowledgement(ticket).outcomeAt()).isEqualTo(clock.instant());
    }

    @Test
    void aBreachIsNotifiedWhenTheFirstLetterOfItIsTakenAndWhatBreaksInTheSameSilenceAsItIsNoticed() {
        var ticket = open(MAREK);
        deliver();
        server.stop();
        time.advance(Duration.ofMinutes(31));
        look();
        delivery.sweep(clock.instant());
        assertThat(acknowledgement(ticket).detectedAt()).isNotNull();
        assertThat(acknowledgement(ticket).notifiedAt()).isNull();
        server.start();
        time.advance(Duration.ofMinutes(5));
        deliver();
        assertThat(acknowledgement(ticket).notifiedAt()).isEqualTo(clock.instant())
                .isAfter(acknowledgement(ticket).detectedAt());

        time.advance(Duration.ofHours(4));
        look();
        deliver();
        var told = clock.instant();
        assertThat(progress(ticket, 1).notifiedAt()).isEqualTo(told);
        time.advance(Duration.ofHours(4));
        look();
        assertThat(progress(ticket, 2).notifiedAt()).isEqualTo(progress(ticket, 2).detectedAt()).isAfter(told);
        assertThat(progress(ticket, 1).notifiedAt()).isEqualTo(told);
    }

    private Promise progress(TicketId ticket, int sequence) {
        return promises.of(ticket).stream()
                .filter(promise -> promise.kind() == PromiseKind.PROGRESS && promise.sequence() == sequence).findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressThatTakesNothingIsToldToWhoeverIsInCharge() {
        var ticket = open("marek@mill@example");
        deliver();
        assertThat(
                jdbc.sql("select count(*) from outbox_message where key like 'staff:unreachable:%' and reference = :t")
                        .param("t", "ticket:" + ticket.value()).query(Integer.class).single())
                .isPositive();
    }

    @Test
    void whoeverIsToldOfHundredsOfThingsGetsOneMail() throws Exception {
        var head = Recipient.byMail("Katrin", "katrin@norlund.example", "person:head", Locale.ENGLISH);
        var news = IntStream.rangeClosed(1, 400).mapToObj(i -> OutgoingMessage
                .automatic("staff:news:" + i, "ticket:" + i, head, "Case " + i + " broke", "In full: " + i)
                .digestedAs("broken")).toList();
        transaction.executeWithoutResult(_ -> outbox.queue(news));
        deliver();
        deliver();
        var mails = to("katrin@norlund.example");
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("400 messages: Case 1 broke");
        assertThat(mails.getFirst().getContent().toString()).contains("In full: 30", "Case 330 broke", "And 70 more")
                .doesNotContain("In full: 31", "Case 331 broke");
        assertThat(jdbc
                .sql("select count(*) from outbox_message where state <> 'ACCEPTED' and recipient_id = 'person:head'")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void afterADowntimeEachPersonGetsOneMailOfAllThatBrokeAndClimbed() throws Exception {
        var tickets = List.of(office(), office(), office());
        deliver();
        server.purgeEmailFromAllMailboxes();
        time.set(Instant.parse("2026-11-20T08:00:00Z"));
        look();
        deliver();
        deliver();
        var mails = to("katrin.vogel@norlund.example");
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getContent().toString()).contains("was promised", "Please take it by")
                .contains(tickets.stream().map(ticket -> ticket.number().value()).toList());
        assertThat(to("jonas.peters@norlund.example")).hasSize(1);
        assertThat(to("tomasz.nowak@norlund.example")).hasSize(1);
    }

    @Test
    void whatAChainTellsInTheNightComesInTheMorningInOneMailAndTheCustomersLettersDoNotWait() throws Exception {
        office();
        office();
        office();
        deliver();
        server.purgeEmailFromAllMailboxes();
        // nine in the evening in Hamburg
        time.set(Instant.parse("2026-11-19T20:00:00Z"));
        look();
        deliver();
        assertThat(to(MAREK)).hasSize(3);
        assertThat(to("katrin.vogel@norlund.example")).isEmpty();
        time.set(Instant.parse("2026-11-20T06:59:00Z"));
        delivery.sweep(clock.instant());
        assertThat(to("katrin.vogel@norlund.example")).isEmpty();
        time.set(Instant.parse("2026-11-20T07:00:00Z"));
        delivery.sweep(clock.instant());
        assertThat(to("katrin.vogel@norlund.example")).hasSize(1);
    }

    /** A case whose promises run in the office's hours. */
    private TicketId office() {
        return casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", MAREK);
    }

    private void look() {
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isNotNull();
        }
    }

    private TicketId open(String address) {
        return casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", address);
    }

    private void deliver() {
        time.advance(Duration.ofSeconds(30));
        delivery.sweep(clock.instant());
    }

    private Promise acknowledgement(TicketId ticket) {
        return promises.of(ticket).stream().filter(promise -> promise.kind() == PromiseKind.ACKNOWLEDGEMENT)
                .findFirst().orElseThrow();
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, address)).toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getAllRecipients()).toLowerCase(Locale.ROOT).contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
