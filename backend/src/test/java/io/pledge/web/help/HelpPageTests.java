package io.pledge.web.help;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.help.Help;
import io.pledge.help.HelpLists;
import io.pledge.help.HelpRequest;
import io.pledge.help.Question;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.TicketId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Help as people of the cast ask for it and give it. */
@PledgeTest
class HelpPageTests {
    private static final String LENA = "local-engineer";
    private static final String SHANGHAI = "shanghai-engineer";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Help help;
    @Autowired
    private HelpLists lists;
    @Autowired
    private Casebook casebook;
    @Autowired
    private MovableClock clock;
    private TicketId id;

    @BeforeEach
    void aCaseInHamburg() {
        id = casebook.open();
    }

    @Test
    void helpIsAskedTakenAndAnsweredAndStandsOnTheCase() {
        assertThat(read(LENA, "/desk/tickets/" + number())).contains("Ask for help");
        assertThat(ask("shanghai/" + SHANGHAI, "Which firmware?")).hasStatus(302);
        long request = request().id();
        assertThat(read(SHANGHAI, "/help")).contains("Which firmware?", number(), "Hamburg office");
        assertThat(read(SHANGHAI, "/desk")).contains("href=\"/help\"", ">1</span>");
        assertThat(read(SHANGHAI, "/help/" + request)).contains("I take this", "Send the answer");

        assertThat(post(SHANGHAI, "/help/" + request + "/take")).hasStatus(302);
        assertThat(post(SHANGHAI, "/help/" + request + "/answer", "words", "Load 3.2.1.")).hasStatus(302);

        assertThat(read(LENA, "/desk/tickets/" + number())).contains("Load 3.2.1.", "Answered in time",
                "asked 上海办事处 for help: Which firmware?", "answered what was asked");
        assertThat(read(SHANGHAI, "/help/" + request)).contains("Answered by").doesNotContain("Send the answer");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        assertThat(ask("nowhere", "Which firmware?")).hasStatus(422).bodyText()
                .contains("Please choose a unit or somebody of it.", "Which firmware?");
        assertThat(ask("shanghai", " ")).hasStatus(422).bodyText().contains("Please fill this in.");
        assertThat(ask("hamburg", "Which firmware?")).hasStatus(422).bodyText()
                .contains("This unit has the case itself.", "Which firmware?");
        assertThat(ask("shanghai", "Which firmware?", "by", "2026-11-18T08:00")).hasStatus(422).bodyText()
                .contains("This time lies behind.", "2026-11-18T08:00");
        assertThat(ask("shanghai", "Which firmware?", "by", "soon")).hasStatus(422);
        assertThat(lists.of(id)).isEmpty();

        var request = asked();
        assertThat(post(SHANGHAI, "/help/" + request.id() + "/answer", "words", " ")).hasStatus(422).bodyText()
                .contains("Please fill this in.");
        assertThat(post(SHANGHAI, "/help/" + request.id() + "/decline", "words", "x".repeat(4001))).hasStatus(422);
        help.withdraw(request.id(), casebook.person(LENA), clock.instant());
        assertThat(post(SHANGHAI, "/help/" + request.id() + "/answer", "words", "Load 3.2.1.")).hasStatus(422)
                .bodyText().contains("This request is over already.", "Load 3.2.1.");
    }

    @Test
    void onlyThoseWhoAreAskedGiveHelpAndOnlyWhoAskedOrWorksOnTheCaseTakesItBack() {
        var request = asked();
        assertThat(post(LENA, "/help/" + request.id() + "/take")).hasStatus(403);
        assertThat(post(SHANGHAI, "/help/" + request.id() + "/withdraw")).hasStatus(403);
        assertThat(post("warsaw-engineer", "/help/" + request.id() + "/take")).hasStatus(404);
        assertThat(mvc.get().uri("/help/" + request.id()).with(As.person("warsaw-engineer"))).hasStatus(404);
        assertThat(post(SHANGHAI, "/help/99999999/take")).hasStatus(404);
        assertThat(post("hq-engineer", "/help/" + request.id() + "/take")).hasStatus(302);
        assertThat(post("local-head", "/help/" + request.id() + "/withdraw")).hasStatus(302);
        assertThat(request().outcome()).isEqualTo(HelpRequest.Outcome.WITHDRAWN);
    }

    @Test
    void whatIsLateIsCalledOverTheAgreedTimeAndNeverBroken() {
        var request = asked();
        clock.set(request.dueAt().plus(Duration.ofMinutes(20)));
        assertThat(read(SHANGHAI, "/help")).contains("20 min over the agreed time").doesNotContain("badge-broken");
    }

    @Test
    void theCaseIsNoEscalationForBeingHelpedWith() {
        asked();
        assertThat(read(LENA, "/desk/tickets/" + number())).doesNotContain("Headquarters service took");
        assertThat(read(LENA, "/desk")).doesNotContain("badge-open");
    }

    private HelpRequest asked() {
        return help.ask(id, new Question(UUID.randomUUID().toString(), casebook.unit("shanghai"), null,
                "Which firmware?", null, null), casebook.person(LENA), clock.instant());
    }

    private HelpRequest request() {
        return lists.of(id).getFirst();
    }

    private MvcTestResult ask(String of, String question, String... more) {
        String[] fields = {"of", of, "question", question, more.length > 0 ? more[0] : "tried",
                more.length > 0 ? more[1] : ""};
        return post(LENA, "/desk/tickets/" + number() + "/help", fields);
    }

    private MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(As.person(who)).with(csrf()).param("lang", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String read(String who, String path) {
        var page = mvc.get().uri(path).param("lang", "en").with(As.person(who)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }

    private String number() {
        return id.number().value();
    }
}
