package io.pledge.web.writing;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.DraftForm;
import io.pledge.ticket.Drafts;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.TicketId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What is typed at the desk is kept until it is sent or thrown away, for its author alone. */
@PledgeTest
class DraftsTests {
    private static final String LENA = "local-engineer";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Drafts drafts;
    @Autowired
    private Exchange exchange;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private MovableClock clock;
    private TicketId id;

    @BeforeEach
    void aCaseInHamburg() {
        id = casebook.open();
    }

    @Test
    void whatIsTypedIsKeptAndShownAgainWithTheTimeInTheReadersZone() {
        assertThat(keep(LENA, "reply", "one", "text", "We look at it. 我们在看。")).hasStatusOk().bodyText()
                .contains("Draft kept 07:00", "Discard");
        keep(LENA, "note", "one", "note", "Ask Arne.");
        keep(LENA, "resolve", "one", "cause", "A fuse.", "remedy", "Changed it.");

        assertThat(page(LENA)).contains("We look at it. 我们在看。", "Draft kept 07:00", "Ask Arne.", ">A fuse.<",
                ">Changed it.<");
    }

    @Test
    void aDraftIsItsAuthorsAlone() {
        keep(LENA, "reply", "one", "text", "Half a thought.");
        assertThat(page("local-head")).doesNotContain("Half a thought.", "Draft kept");
        keep("local-head", "reply", "two", "text", "Another one.");
        assertThat(page(LENA)).contains("Half a thought.").doesNotContain("Another one.");
    }

    @Test
    void whatIsSentIsNoDraftAnyMore() {
        keep(LENA, "reply", "one", "text", "We look at it.");
        keep(LENA, "note", "one", "note", "Ask Arne.");
        assertThat(post(LENA, "reply", "page", "one", "text", "We look at it.")).hasStatus(302);
        assertThat(kept(DraftForm.REPLY)).isEmpty();
        assertThat(kept(DraftForm.NOTE)).isEqualTo("Ask Arne.");
    }

    @Test
    void whatArrivesAfterTheFormWasSentComesTooLateButAnotherPageIsKept() {
        post(LENA, "reply", "page", "one", "text", "We look at it.");
        assertThat(keep(LENA, "reply", "one", "text", "We look at")).bodyText().doesNotContain("Draft kept");
        assertThat(kept(DraftForm.REPLY)).isEmpty();
        keep(LENA, "reply", "two", "text", "And then");
        assertThat(kept(DraftForm.REPLY)).isEqualTo("And then");
    }

    @Test
    void aFormThatWasEmptiedHoldsNoDraft() {
        keep(LENA, "reply", "one", "text", "We look at it.");
        assertThat(keep(LENA, "reply", "one", "text", " ")).bodyText().doesNotContain("Draft kept");
        assertThat(drafts.of(id, casebook.person(LENA)).get(DraftForm.REPLY).words()).isEmpty();
    }

    @Test
    void whatIsRefusedStaysADraftAndIsShownWhereItsFormIsNoLongerThere() {
        assertThat(post(LENA, "resolve", "page", "one", "cause", "A fuse.", "remedy", " ")).hasStatusOk();
        assertThat(page(LENA)).contains(">A fuse.<");
        loop.cancel(id, "Entered twice.", casebook.actor("local-head"), clock.instant());

        assertThat(post(LENA, "reply", "page", "one", "text", "Words for nobody.")).hasStatusOk().bodyText()
                .contains("You had written this; it was not sent", "Words for nobody.", "A fuse.");
        assertThat(page(LENA)).contains("Words for nobody.");
    }

    @Test
    void whatNobodyTypesByHandIsNotKept() {
        assertThat(keep(LENA, "reply", "one", "text", "x".repeat(100_001))).hasStatusOk().bodyText()
                .contains("Too long to be kept");
        assertThat(keep(LENA, "reply", "one", "text", "x".repeat(9000))).bodyText().contains("Draft kept");
    }

    @Test
    void draftsAreKeptOnlyByWhoMayWriteThem() {
        assertThat(keep("quality", "reply", "one", "text", "x")).hasStatus(403);
        assertThat(keep("quality", "note", "one", "note", "x")).hasStatusOk();
        assertThat(keep("admin", "note", "one", "note", "x")).hasStatus(403);
        assertThat(keep(casebook.colleagueIn("shanghai"), "note", "one", "note", "x")).hasStatus(404);
        assertThat(keep(LENA, "letter", "one", "text", "x")).hasStatus(404);
    }

    @Test
    void othersReadThatSomebodyWritesAndSinceWhenButNotWhat() {
        keep(LENA, "reply", "one", "text", "Half");
        clock.advance(Duration.ofMinutes(2));
        keep(LENA, "reply", "one", "text", "Half a thought.");

        assertThat(writing("local-head")).contains("Lena Brandt is writing an answer (since 07:00)")
                .doesNotContain("Half a thought.");
        assertThat(writing(LENA)).doesNotContain("is writing");
        clock.advance(Duration.ofMinutes(6));
        assertThat(writing("local-head")).doesNotContain("is writing");
        assertThat(mvc.get().uri(uri("writing")).with(As.person(casebook.colleagueIn("shanghai")))).hasStatus(404);
    }

    private String kept(DraftForm form) {
        return String.join("", drafts.of(id, casebook.person(LENA)).get(form).words().values());
    }

    private MvcTestResult keep(String who, String form, String page, String... fields) {
        var request = mvc.post().uri(uri("drafts/" + form)).with(As.person(who)).with(csrf()).param("page", page);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult post(String who, String verb, String... fields) {
        var request = mvc.post().uri(uri(verb)).with(As.person(who)).with(csrf()).param("version", "0").param("seen",
                Long.toString(exchange.latest(id)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String writing(String who) {
        return body(mvc.get().uri(uri("writing")).with(As.person(who)).exchange());
    }

    private String page(String who) {
        return body(mvc.get().uri("/desk/tickets/" + id.number().value()).with(As.person(who)).exchange());
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private String uri(String verb) {
        return "/desk/tickets/" + id.number().value() + "/" + verb;
    }
}
