package io.pledge.web.desk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueView;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketState;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Every verb of the desk as its form sends it: done, refused in words, and kept from whom it is not for. */
@PledgeTest
class TicketVerbsTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Messages messages;
    @Autowired
    private Exchange exchange;
    @Autowired
    private Queue queue;
    @Autowired
    private MovableClock clock;
    private TicketId id;

    @BeforeEach
    void aCaseInHamburg() {
        id = casebook.open();
    }

    @Test
    void anEngineerTakesTheCaseWritesHoldsResumesAndResolves() {
        done("local-engineer", "take");
        assertThat(ticket().assignee()).isEqualTo(casebook.person("local-engineer"));
        done("local-engineer", "reply", "text", "We look at it. 我们在看。");
        assertThat(page("local-engineer")).contains("We look at it. 我们在看。", "First answer: kept the");
        done("local-engineer", "hold", "reason", "Please send the log.");
        assertThat(ticket().state()).isEqualTo(TicketState.ON_HOLD);
        done("local-engineer", "resume");
        done("local-engineer", "resolve", "cause", "A fuse.", "remedy", "Changed it.", "prevention", "Checked all.",
                "message", "It works again.");
        assertThat(ticket().state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void aCaseThatWasTakenStaysTakenWhateverIsDoneToItLater() {
        done("local-engineer", "take");
        done("local-engineer", "hold", "reason", "Please send the log.");
        done("local-engineer", "resume");
        assertThat(ticket().awaitingSince()).isNull();
        assertThat(queue.counts(Scope.everything(), casebook.person("local-engineer"), clock.instant()))
                .containsEntry(QueueView.NOT_TAKEN, 0L);
    }

    @Test
    void theCaseGoesUpToTheRegionAndBackWithWordsOnBothWays() {
        done("local-engineer", "take");
        done("local-engineer", "escalate", "reason", "Needs a specialist.", "tried", "A restart.");
        assertThat(ticket().tier()).isEqualTo(Tier.REGIONAL);
        assertThat(page("local-engineer")).contains("Escalated to", "Needs a specialist.");
        done("region-engineer", "take");
        done("region-engineer", "hand-back", "instructions", "Set the limit to 100 %.");
        assertThat(ticket().tier()).isEqualTo(Tier.LOCAL);
    }

    @Test
    void aNoteIsAmongUsAndACallCountsFromWhenItWas() {
        done("local-engineer", "note", "note", "Between us.");
        clock.advance(Duration.ofMinutes(20));
        String before = LocalDateTime.ofInstant(clock.instant().minus(Duration.ofMinutes(10)),
                ZoneId.of("Europe/Berlin")).withSecond(0).withNano(0).toString();
        done("local-engineer", "call", "said", "Told him what we know.", "at", before);
        assertThat(messages.of(id)).filteredOn(message -> message.body().startsWith("Told")).singleElement()
                .satisfies(call -> assertThat(call.at().occurredAt()).isBefore(call.at().recordedAt()));
        assertThat(page("local-engineer")).contains("on the phone", "Internal. The customer never sees this");
    }

    @Test
    void aCaseThatWasNoneIsWithdrawnWithItsReason() {
        done("local-head", "cancel", "reason", "Entered twice.");
        assertThat(ticket().state()).isEqualTo(TicketState.CANCELLED);
        assertThat(page("local-head")).contains("Withdrawn: Entered twice.");
    }

    @Test
    void aColleagueIsHandedTheCase() {
        done("local-engineer", "assign", "to", Long.toString(casebook.person("local-head").value()));
        assertThat(ticket().assignee()).isEqualTo(casebook.person("local-head"));
    }

    @Test
    void filesGoWithAReplyAndAProgramDoesNot() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
        assertThat(withFile("photo.png", png)).hasStatus(302);
        assertThat(page("local-engineer")).contains("photo.png");
        byte[] program = new byte[64];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(withFile("fix.png", program)).hasStatusOk().bodyText().contains("is a program", "Words that stay.");
    }

    @ParameterizedTest
    @CsvSource({"reply,text", "note,note", "hold,reason", "escalate,reason", "call,said", "cancel,reason"})
    void whatIsMissingOrTooLongIsSaidAtItsFormWithWhatWasTyped(String verb, String field) {
        assertThat(post("local-engineer", verb, field, "  ")).hasStatusOk().bodyText()
                .contains("Please fill this in.");
        String tooLong = "x".repeat(8001);
        assertThat(post("local-engineer", verb, field, tooLong)).hasStatusOk().bodyText()
                .contains("At most 8000 characters", tooLong);
    }

    @Test
    void scriptsAreShownAsTheyWereWritten() {
        done("local-engineer", "reply", "text", "<script>alert(1)</script>");
        assertThat(page("local-engineer")).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void aFormWrittenForAnOlderStateIsHeldBackOnceWithWhatWasTyped() {
        int seen = ticket().version();
        done("local-head", "take");

        MvcTestResult stale = mvc.post().uri(uri("hold")).with(As.person("local-engineer")).with(csrf())
                .param("version", Integer.toString(seen)).param("reason", "My words.").exchange();

        assertThat(stale).hasStatusOk().bodyText().contains("Somebody else changed the case", "My words.");
        assertThat(ticket().state()).isEqualTo(TicketState.TAKEN);
        done("local-engineer", "hold", "reason", "My words.");
    }

    @Test
    void aNextWordLaterThanThePolicyIsRefusedAtItsField() {
        String late = clock.instant().plus(Duration.ofDays(30)).toString();
        assertThat(post("local-engineer", "reply", "text", "Soon.", "nextWordAt", late)).hasStatusOk().bodyText()
                .contains("later than the policy promises", "Soon.");
    }

    @Test
    void whatTheCaseDoesNotAllowIsRefusedInWords() {
        assertThat(post("local-engineer", "resume")).hasStatusOk();
        assertThat(ticket().state()).isEqualTo(TicketState.NEW);
        done("local-head", "cancel", "reason", "Twice.");
        assertThat(post("local-engineer", "reply", "text", "Too late.")).hasStatusOk();
        assertThat(messages.of(id)).noneMatch(message -> message.body().equals("Too late."));
    }

    @ParameterizedTest
    @MethodSource
    void aVerbIsKeptFromWhomItIsNotFor(String who, String verb, int status) {
        assertThat(post(who, verb, "reason", "x")).hasStatus(status);
    }

    static Stream<Arguments> aVerbIsKeptFromWhomItIsNotFor() {
        return Stream.of(Arguments.of("quality", "take", 403), Arguments.of("manager", "hold", 403),
                Arguments.of("quality", "reply", 403), Arguments.of("admin", "note", 403),
                Arguments.of("account-manager", "note", 404), Arguments.of("hq-engineer", "take", 302));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PL-99999999", "PL-abc", "0"})
    void aForgedNumberIsNotFound(String number) {
        assertThat(mvc.get().uri("/desk/tickets/" + number).with(As.person("local-engineer"))).hasStatus(404);
    }

    @Test
    void anOfficeElsewhereSeesNothingOfTheCase() {
        String elsewhere = casebook.colleagueIn("shanghai");
        assertThat(mvc.get().uri(uri("")).with(As.person(elsewhere))).hasStatus(404);
        assertThat(post(elsewhere, "take")).hasStatus(404);
    }

    @Test
    void aStrangerIsSentToSignIn() {
        assertThat(mvc.get().uri(uri(""))).hasStatus(302);
        assertThat(mvc.post().uri(uri("take")).with(csrf())).hasStatus(302);
        assertThat(ticket().assignee()).isNull();
    }

    private void done(String who, String verb, String... fields) {
        assertThat(post(who, verb, fields)).hasStatus(302);
    }

    private MvcTestResult post(String who, String verb, String... fields) {
        var request = mvc.post().uri(uri(verb)).with(As.person(who)).with(csrf()).param("version",
                Integer.toString(ticket().version())).param("seen", Long.toString(exchange.latest(id)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult withFile(String name, byte[] content) {
        var request = MockMvcRequestBuilders.multipart(uri("reply"))
                .file(new MockMultipartFile("files", name, "image/png", content));
        request.with(As.person("local-engineer")).with(csrf()).param("text", "Words that stay.").param("version",
                Integer.toString(ticket().version())).param("seen", Long.toString(exchange.latest(id)));
        return mvc.perform(request);
    }

    private String page(String who) {
        MvcTestResult page = mvc.get().uri(uri("")).with(As.person(who)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }

    private String uri(String verb) {
        return "/desk/tickets/" + id.number().value() + (verb.isEmpty() ? "" : "/" + verb);
    }

    private Ticket ticket() {
        return cases.require(id);
    }
}
