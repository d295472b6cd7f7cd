package io.pledge.web.portal;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketState;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The case as its customer sees it, from the first word to the last. */
@PledgeTest
class CasePageTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Participants participants;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Cases cases;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    private TicketId ticket;
    private String page;

    @BeforeEach
    void aCaseOfMarek() {
        ticket = casebook.open();
        page = "/c/" + links.issue(ticket, participants.submitter(ticket).id());
    }

    @Test
    void theNextWordIsTheLargestThingOnThePage() {
        assertThat(get("en")).contains("You will hear from us by", "Warsaw time", "Your report is with our engineers.");
        casework.take(ticket, casebook.person("local-engineer"), clock.instant());
        assertThat(get("en")).contains("Lena Brandt is working on it.");
        assertThat(get("zh-CN")).contains("Lena Brandt正在处理", "华沙时间");
    }

    @Test
    void whatWeWaitForIsSaidInTheHistory() {
        casework.take(ticket, casebook.person("local-engineer"), clock.instant());
        casework.hold(ticket, "Please send us the log.", casebook.actor("local-engineer"), clock.instant());
        assertThat(get("en")).contains("We wait for something from you", "“Please send us the log.”");
    }

    @Test
    void everyMessageOfOursSaysWhatBecameOfTheWordItPromised() {
        conversation.reply(ticket, "I look at it now.", null, List.of(), casebook.person("local-engineer"),
                clock.instant());
        assertThat(get("en")).contains("I look at it now.", "Next word by");
        clock.advance(Duration.ofMinutes(5));
        conversation.reply(ticket, "Found it.", null, List.of(), casebook.person("local-engineer"), clock.instant());
        assertThat(get("en")).contains("Next word promised by");
    }

    @Test
    void notesAmongStaffNeverAppear() {
        conversation.note(ticket, "Between us: the firmware is ours to blame.", casebook.person("local-engineer"),
                clock.instant());
        assertThat(get("en")).doesNotContain("Between us");
    }

    @Test
    void aMissedPromiseIsSaidFirstWithWhoAnswersForItAndTheNextTime() {
        clock.advance(Duration.ofHours(5));
        watch.sweep(clock.instant());

        String missed = get("en");

        assertThat(missed).contains("We missed the time we promised you. We are sorry.", "None came.",
                "answers for it, and you hear from us by", "Promise broken", "went one level up");
        assertThat(get("zh-CN")).contains("对不起", "没有做到");
    }

    @Test
    void yesClosesTheCaseAndSaidTwiceChangesNothing() {
        resolve();
        assertThat(get("en")).contains("You say whether it is.", "Yes, it works", "No, not yet", "unconfirmed");

        assertThat(post("/yes")).hasStatus(302);
        assertThat(post("/yes")).hasStatus(302);

        assertThat(cases.require(ticket).state()).isEqualTo(TicketState.CLOSED);
        assertThat(get("en")).contains("You told us that it is solved.", "A fuse.");
    }

    @Test
    void noNeedsAReasonAndOpensTheCaseAgainOneTierUp() {
        resolve();
        assertThat(post("/no", "reason", " ")).hasStatusOk().bodyText().contains("what is still wrong.");
        assertThat(cases.require(ticket).state()).isEqualTo(TicketState.RESOLVED);

        assertThat(post("/no", "reason", "It still drops out.")).hasStatus(302);

        assertThat(cases.require(ticket).state()).isEqualTo(TicketState.TAKEN);
        assertThat(get("en")).contains("You said that it is not solved", "You will hear from us by");
    }

    @Test
    void anAnswerThatComesTooLateIsRefusedInWords() {
        assertThat(post("/yes")).hasStatus(409);
        resolve();
        post("/yes");
        assertThat(post("/no", "reason", "Late.")).hasStatus(409);
    }

    @Test
    void whatTheCustomerWritesIsThereAndAnEmptyOneIsSaidAtTheField() {
        assertThat(post("/messages", "text", "The key is at the gate.")).hasStatus(302);
        assertThat(get("en")).contains("The key is at the gate.");
        assertThat(post("/messages", "text", "  ")).hasStatusOk().bodyText().contains("Please write something first.");
    }

    @Test
    void aCallIsAskedForWithANumberThatCanBeDialled() {
        assertThat(post("/call", "phone", "tomorrow")).hasStatusOk().bodyText().contains("no phone number", "tomorrow");
        assertThat(post("/call", "phone", "+49 40 123456")).hasStatus(302);
        assertThat(get("en")).contains("Please call me: +49 40 123456");
    }

    @Test
    void aNewLinkTakesThePlaceOfTheOldOne() {
        String moved = post("/link").getResponse().getRedirectedUrl();

        assertThat(mvc.get().uri(page)).hasStatus(404);
        assertThat(mvc.get().uri(moved)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "..%2Fdesk", "' or 1=1 --"})
    void aLinkThatOpensNothingSaysSoAndOffersAnother(String token) {
        assertThat(mvc.get().uri("/c/{token}", token)).hasStatus4xxClientError();
        assertThat(mvc.get().uri("/c/AAAAAAAAAAAAAAAAAAAAAAAAAAA")).hasStatus(404).bodyText()
                .contains("This link opens nothing any more.", "Send me a new link");
    }

    @Test
    void whetherACaseExistsIsNotToldToWhoAsksForALink() {
        MvcTestResult known = ask(ticket.number().value());
        MvcTestResult unknown = ask("PL-99999999");

        assertThat(known.getResponse().getRedirectedUrl()).isEqualTo(unknown.getResponse().getRedirectedUrl());
    }

    private MvcTestResult ask(String number) {
        return mvc.post().uri("/c/new-link").with(csrf()).param("number", number).param("email", "marek@example.com")
                .exchange();
    }

    private void resolve() {
        loop.resolve(ticket, new Solution("A fuse.", "Changed it.", "Checked the others.", "It works again."),
                casebook.actor("local-engineer"), clock.instant());
    }

    private MvcTestResult post(String verb, String... parameters) {
        var request = mvc.post().uri(page + verb).with(csrf());
        return (parameters.length == 0 ? request : request.param(parameters[0], parameters[1])).exchange();
    }

    private String get(String language) {
        MvcTestResult answer = mvc.get().uri(page + "?lang=" + language).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
