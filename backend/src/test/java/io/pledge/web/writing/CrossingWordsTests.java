package io.pledge.web.writing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Message;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Who writes to the customer on the basis of an older state reads first what came in between, and decides. */
@PledgeTest
class CrossingWordsTests {
    private static final String LENA = "local-engineer";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Participants participants;
    @Autowired
    private Messages messages;
    @Autowired
    private Exchange exchange;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    private TicketId id;
    private long seen;

    @BeforeEach
    void aCaseThatLenaReads() {
        id = casebook.open();
        seen = exchange.latest(id);
    }

    @Test
    void whatTheCustomerWroteMeanwhileIsReadBeforeTheAnswerIsSent() {
        conversation.customerWrites(id, "It works again.", List.of(), participants.submitter(id).id(),
                clock.instant());

        assertThat(reply(LENA, seen, "We send somebody.")).hasStatusOk().bodyText()
                .contains("Not sent yet", "New since you began", "new-m", "It works again.", "We send somebody.",
                        "all the same", "name=\"seen\" value=\"" + exchange.latest(id) + "\"");
        assertThat(sent()).doesNotContain("We send somebody.");

        assertThat(reply(LENA, exchange.latest(id), "We send somebody.")).hasStatus(302);
        assertThat(sent()).containsOnlyOnce("We send somebody.");
    }

    @Test
    void aColleaguesAnswerNoteOrVerbHoldsAnAnswerBackToo() {
        conversation.note(id, "Say nothing before Monday.", casebook.person("local-head"), clock.instant());
        assertThat(reply(LENA, seen, "We send somebody.")).bodyText().contains("Say nothing before Monday.");
        seen = exchange.latest(id);
        casework.take(id, casebook.person("local-head"), clock.instant());
        assertThat(reply(LENA, seen, "We send somebody.")).bodyText().contains("took the case");
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatOneDidOneselfAndWhatHappenedByItselfHoldsNothingBack() {
        casework.take(id, casebook.person(LENA), clock.instant());
        clock.advance(Duration.ofHours(5));
        watch.sweep(clock.instant());
        assertThat(exchange.latest(id)).isGreaterThan(seen + 1);
        assertThat(reply(LENA, seen, "We send somebody.")).hasStatus(302);
    }

    @Test
    void theSameWordsSentTwiceAreSentOnce() {
        assertThat(reply(LENA, seen, "We send somebody.")).hasStatus(302);
        assertThat(reply(LENA, seen, "We send somebody.")).hasStatus(302);
        assertThat(note(LENA, seen, "We send somebody.")).hasStatus(302);
        assertThat(note(LENA, seen, "We send somebody.")).hasStatus(302);
        assertThat(messages.of(id)).filteredOn(message -> message.body().equals("We send somebody."))
                .extracting(Message::internal).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aNoteWaitsForNobody() {
        conversation.customerWrites(id, "It works again.", List.of(), participants.submitter(id).id(),
                clock.instant());
        assertThat(note(LENA, seen, "Ask Arne.")).hasStatus(302);
    }

    @Test
    void anAnswerThatDoesNotSayWhatItsAuthorHadReadIsNotSent() {
        assertThat(mvc.post().uri(uri("reply")).with(As.person(LENA)).with(csrf()).param("version", "0").param("text",
                "Blindly.")).hasStatusOk();
        assertThat(sent()).isEmpty();
    }

    @Test
    void ofTwoAnswersAtTheSameMomentTheSecondIsHeldBack() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> answers = Stream.of(LENA, "local-head")
                    .<Callable<Integer>>map(
                            who -> () -> reply(who, seen, "From " + who).getResponse().getStatus())
                    .toList();
            var statuses = both.invokeAll(answers);
            assertThat(List.of(statuses.get(0).get(), statuses.get(1).get())).containsExactlyInAnyOrder(302, 200);
        }
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whoReadsTheCaseIsToldThatSomethingIsNew() {
        assertThat(mvc.get().uri(uri("writing?seen=" + seen)).with(As.person(LENA))).bodyText()
                .doesNotContain("new since");
        conversation.customerWrites(id, "It works again.", List.of(), participants.submitter(id).id(),
                clock.instant());
        assertThat(mvc.get().uri(uri("writing?seen=" + seen)).with(As.person(LENA))).bodyText()
                .contains("One thing is new since you opened this page.", "Show it");
    }

    private List<String> sent() {
        return messages.of(id).stream().filter(message -> message.person() != null && !message.internal())
                .map(Message::body).toList();
    }

    private MvcTestResult reply(String who, long read, String text) {
        return post(who, "reply", read, "text", text);
    }

    private MvcTestResult note(String who, long read, String text) {
        return post(who, "note", read, "note", text);
    }

    private MvcTestResult post(String who, String verb, long read, String field, String text) {
        return mvc.post().uri(uri(verb)).with(As.person(who)).with(csrf()).param("version", "0")
                .param("seen", Long.toString(read)).param(field, text).exchange();
    }

    private String uri(String verb) {
        return "/desk/tickets/" + id.number().value() + "/" + verb;
    }
}
