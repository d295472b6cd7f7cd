package io.pledge.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.sla.SlaWatch;
import io.pledge.sql.Sql;
import io.pledge.testing.Agreements;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.TicketId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Who hears of a case while there is time for its solution: a critical one has 48 hours, day and night. */
@PledgeTest
class TimeUsedNewsTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvcTester mvc;
    private StaffMailbox mailbox;
    private TicketId id;

    /** Taken at once, so that nothing breaks as long as somebody calls. */
    @BeforeEach
    void aCriticalFault() {
        mailbox = new StaffMailbox(jdbc);
        id = casebook.open();
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        call();
        mailbox.empty();
    }

    @Test
    void thoseUpTheLineAreToldOneAfterTheOtherAsTheTimeIsUsed() {
        work(11);
        assertThat(told()).isEmpty();
        work(2);
        assertThat(told()).containsExactly("region-head timeUsed");
        work(11);
        assertThat(told()).containsExactly("region-head timeUsed", "hq-head timeUsed");
        work(12);
        assertThat(told()).containsExactly("region-head timeUsed", "hq-head timeUsed", "manager timeUsed");
    }

    @Test
    void theLetterSaysHowMuchIsUsedByWhenItIsPromisedAndWhoHasIt() {
        work(13);
        assertThat(mailbox.mail(id, "region-head").subject()).contains("25 % of the time for the solution are used");
        assertThat(mailbox.mail(id, "region-head").body()).contains("With Hamburg office, Lena Brandt");
    }

    @Test
    void theTimelineSaysWhoWasToldAndTheCustomerDoesNotReadIt() {
        work(13);
        assertThat(desk()).contains("25 % of the time for the solution were used; told: ")
                .contains("50 % of the time for the solution are used, and this is told to: the head of headquarters");
        assertThat(jdbc.sql("select visible_to_customer from timeline_entry where what = 'TIME_USED'")
                .query(Boolean.class).list()).containsExactly(false);
    }

    @Test
    void nobodyIsToldTwiceOfOnePromise() {
        under("[{\"at\": 0.1, \"tell\": [\"HEAD\"]}, {\"at\": 0.2, \"tell\": [\"HEAD\", \"HEADQUARTERS\"]}]", true);
        work(13);
        assertThat(told()).containsExactly("local-head timeUsed", "hq-head timeUsed");
        assertThat(jdbc.sql("select detail ->> 'people' from timeline_entry where what = 'TIME_USED' order by id")
                .query(String.class).list()).containsExactly(
                        casebook.person("local-head").value() + "", casebook.person("hq-head").value() + "");
    }

    @Test
    void whileTheCaseWaitsForTheCustomerNobodyIsTold() {
        work(11);
        casework.hold(id, "We wait for the log.", casebook.actor("local-engineer"), clock.instant());
        work(20);
        assertThat(told()).isEmpty();
        casework.resume(id, casebook.actor("local-engineer"), clock.instant());
        work(2);
        assertThat(told()).containsExactly("region-head timeUsed");
    }

    @Test
    void whatIsNoticedLateCarriesTheMomentItHappened() {
        var submitted = jdbc.sql("select submitted_at from ticket").query((row, _) -> Sql.instant(row, "submitted_at"))
                .single();
        work(11);
        clock.set(submitted.plus(Duration.ofHours(12)).plusSeconds(40));
        watch.sweep(clock.instant());
        assertThat(jdbc.sql("select occurred_at from timeline_entry where what = 'TIME_USED'")
                .query((row, _) -> Sql.instant(row, "occurred_at")).list())
                .containsExactly(submitted.plus(Duration.ofHours(12)));
    }

    @Test
    void lettersWaitForTheReadersHoursUnlessTheChainGoesByNight() {
        under("[{\"at\": 0.25, \"tell\": [\"REGIONAL\"]}]", false);
        // 07:00 and thirteen hours: the region is closed until eight
        work(13);
        assertThat(goes()).isAfter(clock.instant().plus(Duration.ofHours(11)));
    }

    @Test
    void aBrokenPromiseIsForItsChain() {
        clock.advance(Duration.ofHours(60));
        watch.sweep(clock.instant());
        assertThat(told()).isEmpty();
    }

    private void work(int hours) {
        for (int i = 0; i < hours; i++) {
            clock.advance(Duration.ofHours(1));
            watch.sweep(clock.instant());
            call();
        }
    }

    private void call() {
        conversation.logCall(id, "We are at it.", null, casebook.person("local-engineer"), clock.instant());
    }

    private void under(String before, boolean atNight) {
        new Agreements(jdbc).chain(id, """
                {"name": "test", "atNight": %s, "before": %s, "steps": [{"tell": [], "to": "STAYS"}]}
                """.formatted(atNight, before), clock.instant());
        call();
    }

    private List<String> told() {
        return mailbox.readers(id).stream().filter(letter -> letter.endsWith("timeUsed")).toList();
    }

    private Instant goes() {
        return jdbc.sql("select next_attempt_at from outbox_message where key like 'staff:timeUsed:%'")
                .query((row, _) -> Sql.instant(row, "next_attempt_at")).single();
    }

    private String desk() {
        return new String(mvc.get().uri("/desk/tickets/" + id.number().value() + "?lang=en")
                .with(As.person("local-engineer")).exchange().getResponse().getContentAsByteArray(),
                UTF_8);
    }
}
