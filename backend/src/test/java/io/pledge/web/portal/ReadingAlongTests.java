package io.pledge.web.portal;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.communication.Occasion;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.CustomerId;
import io.pledge.notifications.Confirmations;
import io.pledge.testing.Casebook;
import io.pledge.testing.Mill;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketState;
import io.pledge.ticket.Triage;

import static io.pledge.testing.Mill.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The page of a case behind the link of somebody who hears of it by a plan. */
@PledgeTest
class ReadingAlongTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Mill people;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Conversation conversation;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Triage triage;
    @Autowired
    private Participants participants;
    @Autowired
    private Confirmations confirmations;
    @Autowired
    private Cases cases;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private CustomerId mill;
    private TicketId ticket;

    @BeforeEach
    void aCaseOfTheMill() {
        mill = people.open();
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.values())),
                Mill.answering(line(ContactLevel.OPERATIONS_HEAD, Occasion.values())));
        ticket = people.fault(mill, Severity.CRITICAL);
    }

    @Test
    void itShowsHowFarThingsAreAndNotWhatTheTwoSidesWroteEachOther() {
        conversation.customerWrites(ticket, "Our night shift is to blame.", List.of(),
                participants.submitter(ticket).id(), clock.instant());
        assertThat(get(page("Ola"))).hasStatusOk().bodyText()
                .contains("You read along in this case", "Our next word is promised by", "What we promised you")
                .doesNotContain("Our night shift is to blame", "Our conversation", "Write to us", "Ask for a call");
        assertThat(get(page("Marek"))).bodyText().contains("Our night shift is to blame").doesNotContain("read along");
    }

    @Test
    void whoReadsAlongNeitherWritesNorAsksForACallNorFetchesFiles() {
        long file = jdbc.sql("""
                        insert into attachment (ticket_id, name, media_type, size, sha256, content, recorded_at)
                        values (?, 'log.txt', 'text/plain', 1, '', '1', now()) returning id
                        """).param(ticket.value()).query(Long.class).single();
        assertThat(post(page("Ola") + "/messages", "text", "Hurry!")).hasStatus(404);
        assertThat(post(page("Ola") + "/call", "phone", "+48 600 100 001")).hasStatus(404);
        assertThat(get(page("Ola") + "/files/" + file)).hasStatus(404);
        assertThat(get(page("Marek") + "/files/" + file)).hasStatusOk();
    }

    @Test
    void whoReadsAlongSaysNeitherYesNorNo() {
        resolve();
        assertThat(get(page("Ola"))).bodyText().doesNotContain("Is it working now?", "/yes");
        assertThat(post(page("Ola") + "/yes")).hasStatus(404);
        assertThat(post(page("Ola") + "/no", "reason", "No!")).hasStatus(404);
        assertThat(cases.require(ticket).state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void whoMaySayThatItIsSolvedDoes() {
        resolve();
        assertThat(get(page("Wei") + "?lang=en")).bodyText().contains("Is it working now?");
        assertThat(post(page("Wei") + "/yes")).hasStatus3xxRedirection();
        assertThat(cases.require(ticket).state()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void whoMayNoMoreSayThatItIsSolvedDoesNot() {
        resolve();
        people.agree(mill, line(ContactLevel.OPERATIONS_HEAD, Occasion.values()));
        assertThat(post(page("Wei") + "/yes")).hasStatus(404);
        assertThat(get(page("Wei") + "?lang=en")).hasStatusOk().bodyText().contains("You read along");
    }

    @Test
    void whoMustConfirmFindsTheButtonUntilTheyPressIt() {
        assertThat(get(page("Ola"))).bodyText().contains("I have read it");
        assertThat(get(page("Wei") + "?lang=en")).bodyText().doesNotContain("I have read it");
        assertThat(post(page("Ola") + "/read")).hasStatus3xxRedirection();
        assertThat(post(page("Ola") + "/read")).hasStatus3xxRedirection();
        assertThat(get(page("Ola"))).bodyText().doesNotContain("I have read it");
        assertThat(confirmations.forReference("ticket:" + ticket.value()))
                .filteredOn(one -> one.key().startsWith("plan-read")).noneMatch(one -> one.open());
    }

    @Test
    void readingThePageAloneConfirmsNothing() {
        get(page("Ola"));
        assertThat(confirmations.forReference("ticket:" + ticket.value()))
                .filteredOn(one -> one.key().startsWith("plan-read")).allMatch(one -> one.open());
    }

    @Test
    void nobodyConfirmsForAnother() {
        assertThat(post(page("Wei") + "/read")).hasStatus3xxRedirection();
        assertThat(get(page("Ola"))).bodyText().contains("I have read it");
    }

    @Test
    void whoIsRetiredReadsNoMore() {
        var page = page("Ola");
        jdbc.sql("update contact set retired_at = now() where name = 'Ola'").update();
        assertThat(get(page)).hasStatus(404);
    }

    @Test
    void whoWasToldOfACaseOfSomebodyElseReadsNoMore() {
        var page = page("Ola");
        triage.attach(ticket, people.open("other", "other.example"), casebook.actor("local-engineer"),
                clock.instant());
        assertThat(get(page)).hasStatus(404);
    }

    private void resolve() {
        loop.resolve(ticket, new Solution("a cap", "file 3.2.1", "a check", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
    }

    private String page(String name) {
        return people.last(ticket, name).page();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).with(csrf()).characterEncoding(UTF_8);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
