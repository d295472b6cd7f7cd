package io.pledge.web.visit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.organisation.Absences;
import io.pledge.organisation.Staff;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitScene;
import io.pledge.visit.VisitState;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Visits planned, moved, confirmed and called off at the desk, and the list of who travels when. */
@PledgeTest
class PlanningPageTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Absences absences;
    @Autowired
    private Staff staff;
    @Autowired
    private MovableClock clock;
    @Autowired
    private BeanFactory beans;
    private VisitScene scene;
    private String key;

    /** Thursday 19 November 07:00 in Hamburg and Warsaw. */
    @BeforeEach
    void aFaultInHamburg() {
        scene = new VisitScene(beans,
                casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example"));
        key = UUID.randomUUID().toString();
    }

    @Test
    void aPlanIsReadInTheZoneOfTheSiteWhichTheFormNames() {
        assertThat(page("/visits/new")).contains("In the time of the site: Warsaw time", "mill 2");
        assertThat(plan("2026-11-20T09:00", "2026-11-20T11:00")).hasStatus(302);
        assertThat(scene.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.window()).isNotNull().extracting(window -> window.from().toString())
                    .isEqualTo("2026-11-20T08:00:00Z");
            assertThat(page("/visits/" + visit.id().value())).contains(
                    "tomorrow, Friday 20 November, 09:00 to 11:00, Warsaw time", "not confirmed yet");
        });
        assertThat(page("")).contains("Visits", "tomorrow, Friday 20 November, 09:00 to 11:00, Warsaw time",
                "Jonas Peters proposed a visit to the customer: Friday 20 November 2026, 09:00 to 11:00, Warsaw time, Lena Brandt travels");
    }

    @Test
    void afterTheClocksHaveChangedTheHourOnTheFormIsStillThatOfTheSite() {
        assertThat(plan("2027-07-05T09:00", "2027-07-05T11:00")).hasStatus(302);
        assertThat(scene.visits()).singleElement().extracting(Visit::begins).hasToString("2027-07-05T07:00:00Z");
        assertThat(page("/visits/" + scene.visits().getFirst().id().value())).contains("5 July 2027, 09:00 to 11:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-19T06:59 | 2026-11-19T09:00 | from  | That lies in the past.
            2026-11-20T11:00 | 2026-11-20T09:00 | until | The end has to come after the beginning.
            2026-11-20T09:00 | 2026-11-20T09:00 | until | The end has to come after the beginning.
            2028-11-20T09:00 | 2028-11-20T11:00 | from  | That is more than a year ahead.
            2027-03-28T02:30 | 2027-03-28T05:00 | from  | There is no such time on that day: the clocks go forward.
            yesterday        | 2026-11-20T09:00 | from  | Say a day and a time.
            +99999-01-01T09:00 | 2026-11-20T09:00 | from  | Say a day and a time.
            """)
    void aTimeThatMakesNoSenseIsSaidAtItsFieldAndWhatWasTypedStays(String from, String until, String field,
            String said) {
        var answer = plan(from, until);
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains(said, "To change the fan &lt;b&gt;", "id=\"" + field + "-error\"");
        assertThat(scene.visits()).isEmpty();
    }

    @Test
    void anEngineerOfAForeignUnitAndAForgedOneAreRefused() {
        for (long engineer : new long[]{casebook.person(casebook.colleagueIn("chengdu")).value(), 999_999}) {
            assertThat(post("/visits/new", "engineer", "" + engineer, "from", "2026-11-20T09:00", "until",
                    "2026-11-20T11:00", "place", "Mill", "purpose", "Fan", "key", key)).hasStatus(422).bodyText()
                    .contains("This person cannot travel for this case.");
        }
        assertThat(scene.visits()).isEmpty();
    }

    @Test
    void theSameFormSentTwicePlansOneVisit() {
        assertThat(plan("2026-11-20T09:00", "2026-11-20T11:00")).hasStatus(302);
        assertThat(plan("2026-11-20T09:00", "2026-11-20T11:00", "anyway", "true")).hasStatus(302);
        assertThat(scene.visits()).hasSize(1);
    }

    @Test
    void whoIsAwayOrOnAnotherVisitIsNamedAndMayBePlannedAllTheSame() {
        absences.enter(staff.person(casebook.person("local-engineer")), LocalDate.parse("2026-11-20"),
                LocalDate.parse("2026-11-20"), null, casebook.person("admin"));
        scene.planned("local-engineer", scene.in(Duration.ofHours(27)));
        var answer = plan("2026-11-20T09:00", "2026-11-20T11:00");
        assertThat(answer).hasStatus(422).bodyText().contains("Lena Brandt is away from",
                "Lena Brandt is on another visit then: tomorrow, Friday 20 November, 10:00 to 12:00, Warsaw time");
        assertThat(plan("2026-11-20T09:00", "2026-11-20T11:00", "anyway", "true")).hasStatus(302);
        assertThat(scene.visits()).hasSize(2);
    }

    @Test
    void aVisitIsMovedAndItsOldTimeStandsBeside() {
        VisitId id = scene.planned();
        assertThat(page("/visits/" + id.value() + "/move")).contains("2026-11-20T07:00", "It was tomorrow");
        assertThat(post("/visits/" + id.value() + "/move", fields("2026-11-23T09:00", "2026-11-23T11:00")))
                .hasStatus(302);
        assertThat(page("/visits/" + id.value())).contains("moved", "Moved by Jonas Peters",
                "Monday 23 November, 09:00 to 11:00");
        assertThat(page("/visits/" + id.value() + "/move")).isEmpty();
    }

    @Test
    void aYesByTelephoneAndACancellationAreRecorded() {
        VisitId id = scene.planned();
        assertThat(post("/visits/" + id.value() + "/confirm")).hasStatus(302);
        assertThat(page("/visits/" + id.value())).contains("The customer said yes, says Jonas Peters");
        assertThat(post("/visits/" + id.value() + "/cancel", "reason", " ")).hasStatus(302);
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.CONFIRMED);
        assertThat(post("/visits/" + id.value() + "/cancel", "reason", "No part.")).hasStatus(302);
        assertThat(page("/visits/" + id.value())).contains("Called off by Jonas Peters: No part.");
        assertThat(post("/visits/" + id.value() + "/confirm")).hasStatus(409);
    }

    @Test
    void aVisitOfAnotherCaseIsNotThere() {
        var other = new VisitScene(beans, casebook.open());
        long id = other.planned().value();
        assertThat(get("/visits/" + id, "local-head")).hasStatus(404);
        assertThat(get("/visits/" + id + "/move", "local-head")).hasStatus(404);
        assertThat(post("/visits/" + id + "/cancel", "reason", "No.")).hasStatus(404);
        assertThat(get("/visits/999999999", "local-head")).hasStatus(404);
    }

    @Test
    void aUnitThatHandedTheCaseOnReadsVisitsAndPlansNone() {
        VisitId id = scene.planned();
        escalations.escalate(scene.ticket(), "Beyond us.", null, casebook.actor("local-engineer"), clock.instant());
        assertThat(get("/visits/" + id.value(), "local-head")).hasStatusOk();
        assertThat(get("/visits/new", "local-head")).hasStatus(403);
        assertThat(page("")).doesNotContain("Plan a visit");
    }

    @Test
    void anArrivalToldAtTheDeskChecksThePlannedVisitIn() {
        VisitId id = scene.planned("local-engineer", scene.in(Duration.ofHours(1)));
        assertThat(page("")).contains("On which visit?");
        String version = Integer.toString(cases.require(scene.ticket()).version());
        assertThat(post("/arrived", "version", version, "at", "2026-11-19T07:00", "visit", "" + (id.value() + 1)))
                .bodyText().contains("data-open=\"true\"");
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.PROPOSED);
        assertThat(post("/arrived", "version", version, "at", "2026-11-19T07:00", "visit", "" + id.value()))
                .hasStatus(302);
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.ON_SITE);
    }

    @Test
    void theListSaysWhoTravelsWhenByUnitAndWeek() {
        scene.planned();
        scene.planned("region-engineer", scene.in(Duration.ofDays(10)));
        assertThat(list("")).contains("Today or tomorrow, and not confirmed", "Lena Brandt").doesNotContain("Wei Chen");
        assertThat(list("?week=1")).doesNotContain("Lena Brandt").contains("29 November");
        assertThat(list("?unit=central-europe")).contains("Lena Brandt");
        assertThat(list("?unit=shanghai")).contains("Nobody travels in these days.");
        assertThat(list("?unit=nowhere&week=x")).contains("Lena Brandt");
        assertThat(text(mvc.get().uri("/desk/visits?lang=en").with(As.person("shanghai-head")).exchange()))
                .contains("Nobody travels in these days.");
    }

    private String list(String query) {
        return text(mvc.get().uri("/desk/visits" + query + (query.isEmpty() ? "?" : "&") + "lang=en")
                .with(As.person("region-head")).exchange());
    }

    private MvcTestResult plan(String from, String until, String... more) {
        var fields = fields(from, until);
        var all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return post("/visits/new", all);
    }

    private String[] fields(String from, String until) {
        return new String[]{"engineer", "" + casebook.person("local-engineer").value(), "from", from, "until", until,
                "place", "Mill 2", "purpose", "To change the fan <b>", "key", key};
    }

    private MvcTestResult post(String below, String... fields) {
        var request = mvc.post().uri(address() + below + "?lang=en").with(As.person("local-head")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String below, String who) {
        return mvc.get().uri(address() + below + "?lang=en").with(As.person(who)).exchange();
    }

    private String page(String below) {
        return text(get(below, "local-head"));
    }

    private String address() {
        return "/desk/tickets/" + scene.ticket().number().value();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
