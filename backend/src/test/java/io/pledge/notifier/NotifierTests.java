package io.pledge.notifier;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.notifications.Confirmations;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Silence;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is written what, read from the outbox. */
@PledgeTest
class NotifierTests {
    @Autowired
    Casebook casebook;
    @Autowired
    Casework casework;
    @Autowired
    Conversation conversation;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Escalations escalations;
    @Autowired
    Silence silence;
    @Autowired
    SlaWatch watch;
    @Autowired
    Confirmations confirmations;
    @Autowired
    LostLinks lostLinks;
    @Autowired
    MovableClock time;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;

    @Test
    void theCustomerHearsTheNumberTheTimeAndTheLink() {
        var id = open();
        var mail = toCustomer(id).getFirst();
        assertThat(mail.subject).contains(id.number().value());
        // 06:30 UTC in the customer's Warsaw
        assertThat(mail.body).contains("07:30 on Thursday 19 November, Warsaw time");
        assertThat(mail.link).matches("http://localhost:\\d+/c/[A-Za-z0-9_-]{27}");
    }

    @Test
    void headOfUnitMustConfirmANewCaseAndTheNextAboveIsAskedInTheEnd() {
        var id = open();
        assertThat(recipients(id, "newCase")).containsExactly(person("local-head"));
        assertThat(confirmations.openFor(person("local-head"))).hasSize(1);
        time.advance(Duration.ofMinutes(31));
        confirmations.sweep(clock.instant());
        assertThat(recipients(id, "notConfirmed")).containsExactly(person("region-head"));
        assertThat(confirmations.openFor(person("region-head"))).hasSize(1);
    }

    @Test
    void aReplySaysWhenTheNextWordComes() {
        var id = taken();
        conversation.reply(id, "We have the logs.", clock.instant().plus(Duration.ofHours(2)), List.of(),
                casebook.person("local-engineer"), clock.instant());
        assertThat(toCustomer(id).getLast().body).contains("We have the logs.", "Lena Brandt",
                "09:00 on Thursday 19 November");
    }

    @Test
    void aCallThatWasLoggedIsNotWrittenOnceMore() {
        var id = taken();
        var before = toCustomer(id).size();
        conversation.logCall(id, "Talked it over.", null, casebook.person("local-engineer"), clock.instant());
        assertThat(toCustomer(id)).hasSize(before);
    }

    @Test
    void aBreachIsToldToTheCustomerAndTheChainOnceForEachSilence() {
        var id = open();
        pass(Duration.ofMinutes(31));
        assertThat(recipients(id, "broken")).containsExactlyInAnyOrder(person("local-head"), person("region-head"));
        var apology = toCustomer(id).getLast();
        assertThat(apology.body).contains("a first answer by 07:30", "Central Europe region", "11:00");
        var mails = toCustomer(id).size();
        pass(Duration.ofHours(4));
        pass(Duration.ofHours(4));
        pass(Duration.ofHours(4));
        // the progress promises that broke one after the other are one silence
        assertThat(toCustomer(id)).hasSize(mails + 1);
    }

    @Test
    void anOverrunBudgetIsToldOnceToWhoHasTheCaseAndTheHeadOfTheirUnitAndToNobodyElse() {
        var id = taken();
        for (int hours = 0; hours < 15; hours += 3) {
            conversation.logCall(id, "Still at it.", null, casebook.person("local-engineer"), clock.instant());
            pass(Duration.ofHours(3));
        }
        assertThat(recipients(id, "budgetOverrun")).containsExactlyInAnyOrder(person("local-engineer"),
                person("local-head"));
        pass(Duration.ofHours(3));
        assertThat(recipients(id, "budgetOverrun")).hasSize(2);
        assertThat(toCustomer(id)).noneMatch(mail -> mail.body.contains("share of the time"));
    }

    @Test
    void anOverrunThatIsNoticedLateIsCollected() {
        var id = taken();
        pass(Duration.ofHours(20));
        assertThat(recipients(id, "budgetOverrun")).hasSize(2);
        assertThat(jdbc.sql("select distinct digest_key from outbox_message where key like :key")
                .param("key", "staff:budgetOverrun:" + id.value() + "-%").query(String.class).list())
                .containsExactly("chain");
    }

    @Test
    void whatIsNoticedLateIsCollected() {
        var id = open();
        pass(Duration.ofHours(10));
        assertThat(jdbc.sql("select distinct digest_key from outbox_message where key like :key")
                .param("key", "customer:missed:" + id.value() + "-%").query(String.class).list())
                .containsExactly("missed");
    }

    @Test
    void anEscalationIsToldToThoseWhoCanTakeIt() {
        var id = taken();
        escalations.escalate(id, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
        assertThat(recipients(id, "escalated")).containsExactlyInAnyOrder(person("region-head"),
                person("region-engineer"), person("region-engineer-2"));
    }

    @Test
    void theCustomerIsAskedRemindedAndToldOfTheEnd() {
        var id = taken();
        resolve(id);
        assertThat(toCustomer(id).getLast().subject).contains("please tell us");
        time.advance(Duration.ofDays(2));
        silence.sweep(clock.instant());
        assertThat(toCustomer(id).getLast().subject).contains("is it solved?");
        time.advance(Duration.ofDays(6));
        silence.sweep(clock.instant());
        assertThat(toCustomer(id).getLast().subject).contains("without your word");
    }

    @Test
    void theCustomersNoIsToldToThoseResponsible() {
        var id = taken();
        resolve(id);
        loop.reject(id, "It trips again.", new Actor.Customer(participant(id)), clock.instant());
        assertThat(recipients(id, "customerNo")).contains(person("local-engineer"), person("local-head"));
        assertThat(toCustomer(id).getLast().subject).contains("open again");
    }

    @Test
    void whoWritesIsReadByWhoeverWorksAtTheCase() {
        var id = taken();
        conversation.customerWrites(id, "It is louder now.", List.of(), participant(id), clock.instant());
        assertThat(recipients(id, "customerWrote")).containsExactly(person("local-engineer"));
    }

    @Test
    void aLostLinkGoesOnlyToTheAddressOfTheCase() {
        var id = open();
        var before = toCustomer(id).size();
        lostLinks.send(id.number().value(), "somebody@else.example");
        lostLinks.send("PL-999999999", "marek@mill.example");
        assertThat(toCustomer(id)).hasSize(before);
        time.advance(Duration.ofMinutes(6));
        lostLinks.send(id.number().value().toLowerCase(Locale.ROOT), " Marek@mill.example ");
        assertThat(toCustomer(id).getLast().subject).contains("new link");
    }

    @Test
    void aLostLinkIsSentOnceHoweverOftenItIsAskedFor() {
        var id = open();
        time.advance(Duration.ofMinutes(6));
        var before = toCustomer(id).size();
        lostLinks.send(id.number().value(), "marek@mill.example");
        lostLinks.send(id.number().value(), "marek@mill.example");
        assertThat(toCustomer(id)).hasSize(before + 1);
        time.advance(Duration.ofMinutes(6));
        lostLinks.send(id.number().value(), "marek@mill.example");
        assertThat(toCustomer(id)).hasSize(before + 2);
    }

    private TicketId open() {
        return casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "marek@mill.example");
    }

    private TicketId taken() {
        var id = open();
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        return id;
    }

    private void resolve(TicketId id) {
        loop.resolve(id, new Solution("cap", "file 3.2.1 loaded", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
    }

    private void pass(Duration duration) {
        time.advance(duration);
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isNotNull();
        }
    }

    private String person(String username) {
        return "person:" + casebook.person(username).value();
    }

    private long participant(TicketId id) {
        return jdbc.sql("select id from participant where ticket_id = :t").param("t", id.value()).query(Long.class)
                .single();
    }

    private List<Mail> toCustomer(TicketId id) {
        return jdbc.sql("""
                        select subject, body, link from outbox_message
                        where recipient_id = 'participant:' || :participant order by id
                        """).param("participant", participant(id))
                .query((row, _) -> new Mail(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    private List<String> recipients(TicketId id, String letter) {
        return jdbc
                .sql("select recipient_id from outbox_message where reference = :ticket and key like :key order by id")
                .param("ticket", "ticket:" + id.value()).param("key", "staff:" + letter + ":%").query(String.class)
                .list();
    }

    private record Mail(String subject, String body, String link) {}
}
