package io.pledge.web.canned;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Home;
import io.pledge.ticket.Intake;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Canned texts are filled for the customer who will read them, and not sent with holes in them. */
@PledgeTest
class CannedTextsTests {
    private static final String LENA = "local-engineer";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Intake intake;
    @Autowired
    private Exchange exchange;
    @Autowired
    private Messages messages;
    @Autowired
    private Clock clock;

    @Test
    void aTextIsFilledInTheCustomersLanguageAndZoneWhateverTheWriters() {
        var id = caseOf("王伟", Locale.SIMPLIFIED_CHINESE, "Asia/Shanghai", "RM-3000");
        assertThat(text(id, "looking-into-it", "2026-11-19T10:00:00Z")).contains("Lena Brandt 正在处理您的问题 "
                + id.number().value(), "18:00", "北京时间", "11月19日").doesNotContain("{", "[…");
    }

    @Test
    void withoutAChosenTimeTheNextWordIsTheLatestThatThePolicyAllows() {
        var id = casebook.open();
        assertThat(text(id, "no-news-yet", "")).contains("We promised you word by Thursday 19 November 2026, 07:30",
                "Warsaw time", "The next word comes by Thursday 19 November 2026, 11:00");
    }

    @Test
    void whatIsNotKnownIsLeftToBeFilledInByHand() {
        var id = caseOf("Marek", Locale.ENGLISH, "Europe/Warsaw", null);
        assertThat(text(id, "need-a-log", "")).contains("the log of [… product] from");
    }

    @Test
    void aTextWithSomethingLeftToFillInIsRefusedAtItsField() {
        var id = casebook.open();
        assertThat(reply(id, "So far we know: […]")).hasStatusOk().bodyText()
                .contains("Something is not filled in yet", "So far we know: […]");
        assertThat(reply(id, "The log of [… product] please.")).hasStatusOk();
        assertThat(mvc.post().uri(uri(id, "resolve")).with(As.person(LENA)).with(csrf()).param("version", "0")
                .param("seen", Long.toString(exchange.latest(id))).param("cause", "A fuse.").param("remedy", "Changed.")
                .param("prevention", "Checked.").param("message", "Solved: […]")).hasStatusOk().bodyText()
                .contains("Something is not filled in yet");
        assertThat(messages.of(id)).allMatch(message -> message.person() == null);
        assertThat(reply(id, "So far we know [1] nothing.")).hasStatus(302);
    }

    @Test
    void onlyTextsForCasesOfThatKindAreOfferedAndGiven() {
        var fault = casebook.open();
        var suggestion = casebook.open(TicketKind.SUGGESTION, Severity.MINOR, "hamburg", null);
        assertThat(page(fault)).contains("Please send the log");
        assertThat(page(suggestion)).contains("We are looking into it").doesNotContain("Please send the log");
        assertThat(get(suggestion, "need-a-log", "", LENA)).hasStatus(404);
    }

    @Test
    void textsAreForWhoMayAnswerAndForNobodyElse() {
        var id = casebook.open();
        assertThat(get(id, "looking-into-it", "", "quality")).hasStatus(403);
        assertThat(get(id, "looking-into-it", "", casebook.colleagueIn("shanghai"))).hasStatus(404);
        assertThat(get(id, "no-such-text", "", LENA)).hasStatus(404);
        assertThat(get(id, "looking-into-it", "tomorrow", LENA)).hasStatus(400);
    }

    private TicketId caseOf(String name, Locale language, String zone, @Nullable String product) {
        return intake.submit(new Submission("one", TicketKind.FAULT, Severity.CRITICAL, "Modules drop out.",
                IntakeChannel.FORM, new Submission.Submitter(name, null, "+48 600 100 200", language, ZoneId.of(zone)),
                product, null, "mill 2", Home.given(casebook.unit("hamburg")), null, List.of(), new Actor.System(),
                clock.instant()));
    }

    private MvcTestResult reply(TicketId id, String text) {
        return mvc.post().uri(uri(id, "reply")).with(As.person(LENA)).with(csrf()).param("version", "0")
                .param("seen", Long.toString(exchange.latest(id))).param("text", text).exchange();
    }

    private String text(TicketId id, String key, String nextWordAt) {
        return body(get(id, key, nextWordAt, LENA));
    }

    private String page(TicketId id) {
        return body(mvc.get().uri("/desk/tickets/" + id.number().value()).with(As.person(LENA)).exchange());
    }

    private MvcTestResult get(TicketId id, String key, String nextWordAt, String who) {
        return mvc.get().uri(uri(id, "canned")).param("canned", key).param("nextWordAt", nextWordAt)
                .with(As.person(who)).exchange();
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static String uri(TicketId id, String verb) {
        return "/desk/tickets/" + id.number().value() + "/" + verb;
    }
}
