package io.pledge.web.incident;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.incident.BroadcastDelivery;
import io.pledge.incident.Broadcasts;
import io.pledge.incident.IncidentId;
import io.pledge.incident.IncidentScene;
import io.pledge.incident.Incidents;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketState;

import static org.assertj.core.api.Assertions.assertThat;

/** The lead writes to all customers of an incident and says that it is solved. */
@PledgeTest
class LetterPageTests {
    private static final String LEAD = IncidentScene.LEAD;
    private static final String KEY = "00000000-0000-4000-8000-000000000001";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Incidents incidents;
    @Autowired
    private Broadcasts broadcasts;
    @Autowired
    private BroadcastDelivery delivery;
    @Autowired
    private Cases cases;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private MovableClock clock;
    private IncidentAtDesk desk;
    private IncidentScene scene;
    private TicketId hamburg;
    private TicketId shanghai;
    private String page;

    @BeforeEach
    void anIncidentWithTwoCases() {
        desk = new IncidentAtDesk(mvc);
        scene = new IncidentScene(beans);
        hamburg = scene.open("hamburg", Locale.ENGLISH);
        shanghai = scene.open("shanghai", Locale.SIMPLIFIED_CHINESE);
        page = "/incidents/" + scene.declare(hamburg, shanghai).id().value();
    }

    @Test
    void oneMessageGoesToAllAndThePageSaysHowFarItHasGot() {
        assertThat(desk.read(LEAD, page + "/message")).contains("In English: for one case", "In Chinese: for one case");
        assertThat(write("We know the cause.", "原因已经查明。")).hasStatus(302);
        assertThat(write("We know the cause.", "原因已经查明。")).hasStatus(302);
        assertThat(desk.read(LEAD, page)).contains("0 of 2 written", "every 2s");
        delivery.sweep(clock.instant());
        assertThat(desk.read(LEAD, page)).contains("2 of 2 written").doesNotContain("every 2s");
        assertThat(desk.read(LEAD, page + "/letters")).contains("2 of 2 written");
        assertThat(scene.said(hamburg)).containsExactly("We know the cause.");
        assertThat(scene.said(shanghai)).containsExactly("原因已经查明。");
    }

    @Test
    void aMissingLanguageIsNamedWithItsCustomersAndNothingIsLost() {
        assertThat(write("We know the cause.", " ")).hasStatus(422).bodyText()
                .contains("One customer reads this language, so nothing was sent: Somebody in shanghai",
                        "We know the cause.");
        assertThat(broadcasts.of(new IncidentId(id()))).isEmpty();
    }

    @Test
    void theNextWordIsAskedFor() {
        assertThat(desk.post(LEAD, page + "/message", "english", "a", "chinese", "b")).hasStatus(422).bodyText()
                .contains("Please say by when they hear again.");
        assertThat(desk.post(LEAD, page + "/message", "english", "a", "chinese", "b", "next", "2026-11-18T08:00"))
                .hasStatus(422);
        assertThat(desk.post(LEAD, page + "/message", "english", "a", "chinese", "b", "next", "soon")).hasStatus(422)
                .bodyText().contains("soon");
        assertThat(desk.post(LEAD, page + "/message", "english", "x".repeat(8001), "chinese", "b", "next",
                "2026-11-19T20:00")).hasStatus(422);
    }

    @Test
    void saidToBeSolvedEachIsAskedAndANoIsShown() {
        assertThat(resolve("整流模块已升级")).hasStatus(302);
        delivery.sweep(clock.instant());
        assertThat(cases.require(shanghai).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(desk.read(LEAD, page)).contains("Solved, customers are asked", "2 asked whether it is solved");

        loop.reject(shanghai, "还是报警。", new Actor.System(), clock.instant());
        assertThat(desk.read(LEAD, page)).contains("Said no, open again",
                "The customer of " + shanghai.number().value() + " says that it is not solved");
        assertThat(cases.require(hamburg).state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void aCaseThatMissesAStepOfItsOwnIsNamedAndTheOthersAreAsked() {
        var casebook = beans.getBean(Casebook.class);
        var repair = casebook.open(TicketKind.REPAIR, Severity.MAJOR, "hamburg", null);
        incidents.attach(new IncidentId(id()), List.of(repair), casebook.person("hq-head"), clock.instant());
        assertThat(resolve("整流模块已升级")).hasStatus(302);
        delivery.sweep(clock.instant());

        assertThat(cases.require(repair).state().ended()).isFalse();
        assertThat(cases.require(hamburg).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(desk.read(LEAD, page)).contains(repair.number().value(),
                "is not resolved: one of its own steps is missing.");
    }

    @Test
    void solvedTwiceIsRefusedAndCausesMustBeSaidInEachLanguage() {
        assertThat(resolve("")).hasStatus(422).bodyText().contains("would read words, cause, remedy and prevention");
        assertThat(resolve("已升级")).hasStatus(302);
        delivery.sweep(clock.instant());
        assertThat(desk.post(LEAD, page + "/resolution", "english", "a", "englishCause", "a", "englishRemedy", "a",
                "englishPrevention", "a")).hasStatus(422).bodyText().contains("No case of it is unsolved");
    }

    @Test
    void onlyTheLeadAndHeadsAtOrAboveItsUnitSpeakForIt() {
        for (String who : new String[]{"hq-engineer-2", "region-head", "local-engineer", "quality"}) {
            assertThat(desk.post(who, page + "/message", "english", "a")).as(who).hasStatus(403);
            assertThat(desk.post(who, page + "/close")).as(who).hasStatus(403);
            assertThat(desk.post(who, page + "/lead", "lead", who)).as(who).hasStatus(403);
        }
        assertThat(desk.read("local-engineer", page)).doesNotContain("Write to all</span>");
        assertThat(desk.read("hq-head", page)).contains("Write to all");
        assertThat(desk.post("hq-head", page + "/lead", "lead", "hq-engineer-2")).hasStatus(302);
        assertThat(desk.read("hq-engineer-2", page)).contains("Write to all");
        assertThat(desk.post(LEAD, page + "/message", "english", "a")).hasStatus(403);
    }

    @Test
    void aReaderIsNamedTheirOwnCasesOnlyAndToldOfTheRest() {
        assertThat(desk.read("local-engineer", page)).contains("One further case is not yours to see.",
                hamburg.number().value()).doesNotContain(shanghai.number().value());
        assertThat(desk.post("local-engineer", page + "/detach", "case", shanghai.number().value())).hasStatus(422);
        assertThat(desk.post("local-engineer", page + "/detach", "case", hamburg.number().value())).hasStatus(302);
        assertThat(desk.read("hq-head", page)).contains("took " + hamburg.number().value() + " out");
    }

    private long id() {
        return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    }

    private MvcTestResult write(String english, String chinese) {
        return desk.post(LEAD, page + "/message", "key", KEY, "english", english, "chinese", chinese, "next",
                "2026-11-19T20:00");
    }

    private MvcTestResult resolve(String chinese) {
        return desk.post(LEAD, page + "/resolution", "english", "It is solved.", "englishCause", "A cap",
                "englishRemedy", "3.2.1", "englishPrevention", "A check", "chinese", chinese, "chineseCause", chinese,
                "chineseRemedy", chinese, "chinesePrevention", chinese);
    }
}
