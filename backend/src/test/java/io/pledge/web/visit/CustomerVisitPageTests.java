package io.pledge.web.visit;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitScene;
import io.pledge.visit.VisitState;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A visit on the customer's page: they say yes, or ask for another time. */
@PledgeTest
class CustomerVisitPageTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Participants participants;
    @Autowired
    private Messages messages;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private MovableClock clock;
    @Autowired
    private BeanFactory beans;
    private VisitScene scene;
    private VisitId id;
    private String link;

    @BeforeEach
    void aVisitOfTomorrow() {
        scene = new VisitScene(beans,
                casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example"));
        id = scene.planned();
        link = "/c/" + links.issue(scene.ticket(), participants.submitter(scene.ticket()).id());
    }

    @Test
    void theCustomerReadsWhoComesWhenAndWhatForAndSaysYes() {
        assertThat(page("en")).contains("A visit to you", "tomorrow, Friday 20 November, 07:00 to 09:00, Warsaw time",
                "Lena Brandt comes to you", "To change the fan", "Yes, it suits us",
                "We proposed a visit: Friday 20 November 2026, 07:00 to 09:00, Warsaw time");
        assertThat(page("zh-CN")).contains("方便，就这个时间", "华沙时间");
        assertThat(post(id, "confirm")).hasRedirectedUrl(link);
        assertThat(post(id, "confirm")).hasRedirectedUrl(link);
        assertThat(page("en")).contains("You have confirmed this time.", "You confirmed the visit:")
                .doesNotContain("Yes, it suits us");
        assertThat(text(mvc.get().uri("/desk/tickets/" + scene.ticket().number().value() + "?lang=en")
                .with(As.person("local-engineer")).exchange())).contains("The customer confirmed the visit:");
    }

    @Test
    void whoAsksForAnotherTimeWritesOnTheCaseAndIsToldThatWeLookForOne() {
        assertThat(post(id, "another", "text", "Monday would be better.")).hasRedirectedUrl(link);
        assertThat(messages.of(scene.ticket())).extracting(message -> message.body()).contains(
                "Another time please for the visit of Friday 20 November 2026, 07:00 to 09:00, Warsaw time: Monday would be better.");
        assertThat(page("en")).contains("You asked for another time.");
        assertThat(scene.visit(id).askedMessage()).isNotNull();
    }

    @Test
    void nothingWrittenIsSaidAndTooMuchIsNotLost() {
        assertThat(post(id, "another", "text", " ")).hasRedirectedUrl(link);
        assertThat(post(id, "another", "text", "x".repeat(4001))).flash().containsKeys("visitWrong", "visitTyped");
        assertThat(scene.visit(id).askedMessage()).isNull();
    }

    @Test
    void aVisitThatWasMovedMeanwhileIsNotConfirmed() {
        scene.planning().move(id, scene.plan("local-engineer", scene.in(Duration.ofDays(4))),
                casebook.person("local-head"));
        assertThat(post(id, "confirm")).flash().containsKey("visitWrong");
        assertThat(scene.visits()).extracting(visit -> visit.state()).containsExactlyInAnyOrder(VisitState.MOVED,
                VisitState.PROPOSED);
        assertThat(page("en")).contains("Monday 23 November");
    }

    @Test
    void theVisitOfAnotherCaseAndAForgedLinkAreNotThere() {
        var other = new VisitScene(beans, casebook.open());
        VisitId theirs = other.planned();
        assertThat(post(theirs, "confirm")).hasStatus(404);
        assertThat(post(theirs, "another", "text", "Never.")).hasStatus(404);
        link = "/c/" + "A".repeat(27);
        assertThat(post(id, "confirm")).hasStatus(404);
        assertThat(other.visit(theirs).state()).isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void anExpiredLinkOpensNothing() {
        loop.cancel(scene.ticket(), "No case.", casebook.actor("local-head"), clock.instant());
        clock.advance(Duration.ofDays(3650));
        assertThat(post(id, "confirm")).hasStatus(404);
    }

    private MvcTestResult post(VisitId visit, String verb, String... fields) {
        var request = mvc.post().uri(link + "/visits/" + visit.value() + "/" + verb + "?lang=en").with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(String language) {
        return text(mvc.get().uri(link + "?lang=" + language).exchange());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
