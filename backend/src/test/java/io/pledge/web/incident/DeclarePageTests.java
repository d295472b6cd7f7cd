package io.pledge.web.incident;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.incident.IncidentCases;
import io.pledge.incident.IncidentLists;
import io.pledge.incident.IncidentScene;
import io.pledge.incident.Incidents;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** Declaring an incident from a case or from the queue, and counting cases to it. */
@PledgeTest
class DeclarePageTests {
    private static final String LENA = "local-engineer";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Incidents incidents;
    @Autowired
    private IncidentLists lists;
    @Autowired
    private IncidentCases members;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Participants participants;
    private IncidentAtDesk desk;
    private IncidentScene scene;
    private TicketId one;
    private TicketId two;
    private TicketId elsewhere;

    @BeforeEach
    void threeCases() {
        desk = new IncidentAtDesk(mvc);
        scene = new IncidentScene(beans);
        one = scene.open("hamburg", Locale.ENGLISH);
        two = scene.open("hamburg", Locale.ENGLISH);
        elsewhere = scene.open("shanghai", Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void anEngineerDeclaresItFromACaseTheyWorkOn() {
        assertThat(desk.read(LENA, "/desk/tickets/" + number(one))).contains("Declare a major incident from this case");
        assertThat(desk.read(LENA, "/incidents/new?case=" + number(one))).contains(number(one));
        assertThat(declare(LENA, number(one))).hasStatus(302);

        long id = lists.open().getFirst().id().value();
        assertThat(desk.read(LENA, "/incidents")).contains("Rectifiers drop out", "INC-" + id);
        assertThat(desk.read(LENA, "/incidents", "zh-CN")).contains("整流模块退出");
        assertThat(desk.read(LENA, "/desk/tickets/" + number(one))).contains("Part of the major incident",
                "/incidents/" + id, "counted it to the major incident INC-" + id);
        assertThat(desk.read(LENA, "/desk")).contains("INC-" + id);
    }

    @Test
    void anEngineerDeclaresItFromNeitherSeveralCasesNorOneTheyDoNotWorkOn() {
        assertThat(declare(LENA, number(one) + " " + number(two))).hasStatus(422).bodyText()
                .contains("The head of your unit can from several.", "Rectifiers drop out");
        assertThat(declare(LENA, number(elsewhere))).hasStatus(422).bodyText()
                .contains("You see no case of this number", number(elsewhere));
        assertThat(declare(LENA, "PL-99999999 nonsense")).hasStatus(422).bodyText().contains("PL-99999999, nonsense");
        assertThat(declare("quality", number(one))).hasStatus(403);
        assertThat(declare("account-manager", number(one))).hasStatus(403);
        assertThat(lists.open()).isEmpty();
    }

    @Test
    void aHeadDeclaresItFromThoseTickedInTheQueue() {
        assertThat(desk.read("local-head", "/desk")).contains("form=\"incident-pick\"", "ticked cases");
        assertThat(desk.read(LENA, "/desk")).doesNotContain("incident-pick");
        assertThat(declare("local-head", number(one) + ", " + number(two))).hasStatus(302);
        assertThat(members.counts(lists.open().getFirst().id()).cases()).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndWhatWasTypedStays() {
        MvcTestResult wrong = desk.post("local-head", "/incidents/new", "english", "Rectifiers drop out", "chinese",
                " ",
                "severity", "AWFUL", "unit", "nowhere", "lead", "nobody", "cases", "");
        assertThat(wrong).hasStatus(422);
        assertThat(IncidentAtDesk.text(wrong)).contains("id=\"chinese-error\"", "id=\"severity-error\"",
                "id=\"unit-error\"", "id=\"lead-error\"", "id=\"cases-error\"", "Rectifiers drop out");
        assertThat(desk.post("local-head", "/incidents/new", "english", "a", "chinese", "b", "severity", "MAJOR",
                "unit", "hq", "lead", LENA, "cases", number(one))).hasStatus(422).bodyText()
                .contains("The lead has to be an engineer or head of the unit");
    }

    @Test
    void casesAreCountedByTickAndByNumberAndWhatCannotBeIsNamed() {
        var incident = scene.declare(one);
        String page = "/incidents/" + incident.id().value();
        assertThat(desk.read(LENA, page)).contains("These may belong to it", number(two))
                .doesNotContain(number(elsewhere));
        assertThat(desk.read(LENA, page + "/choices?q=drop")).contains(number(two)).doesNotContain(number(elsewhere),
                number(one));

        assertThat(desk.post(LENA, page + "/attach", "case", number(two))).hasStatus(302);
        assertThat(members.counts(incident.id()).cases()).isEqualTo(2);
        assertThat(desk.post(LENA, page + "/attach", "numbers", number(elsewhere))).hasStatus(422).bodyText()
                .contains("You see no case of this number", number(elsewhere));
        assertThat(desk.post(LENA, page + "/attach")).hasStatus(422).bodyText().contains("Please tick a case");
        var other = scene.declare(elsewhere);
        assertThat(desk.post("hq-head", page + "/attach", "numbers", number(elsewhere))).hasStatus(422).bodyText()
                .contains(number(elsewhere) + ": This case belongs to another incident");
        assertThat(desk.post("quality", page + "/attach", "numbers", number(two))).hasStatus(403);
        assertThat(desk.post(LENA, "/incidents/99999999/attach", "numbers", number(two))).hasStatus(404);
        assertThat(members.counts(other.id()).cases()).isEqualTo(1);
    }

    @Test
    void aCustomerReadsOfItInTheirLanguageWhereTheLeadShowsIt() {
        var incident = scene.declare(one, elsewhere);
        String english = "/c/" + links.issue(one, participants.submitter(one).id());
        String chinese = "/c/" + links.issue(elsewhere, participants.submitter(elsewhere).id());
        assertThat(customer(english, "en")).contains("Rectifiers drop out", "wider fault");
        assertThat(customer(chinese, "zh-CN")).contains("整流模块退出").doesNotContain("Rectifiers drop out");

        assertThat(desk.post(IncidentScene.LEAD, "/incidents/" + incident.id().value() + "/show", "shown", "no"))
                .hasStatus(302);
        assertThat(customer(english, "en")).doesNotContain("Rectifiers drop out");
    }

    private MvcTestResult declare(String who, String cases) {
        return desk.post(who, "/incidents/new", "english", "Rectifiers drop out", "chinese", "整流模块退出", "severity",
                "CRITICAL", "unit", "hq", "lead", IncidentScene.LEAD, "cases", cases);
    }

    private String customer(String path, String language) {
        return IncidentAtDesk.text(mvc.get().uri(path).param("lang", language).exchange());
    }

    private static String number(TicketId id) {
        return id.number().value();
    }
}
