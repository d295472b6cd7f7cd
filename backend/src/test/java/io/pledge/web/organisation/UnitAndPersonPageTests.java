package io.pledge.web.organisation;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The forms in which an administrator changes units and people. */
@PledgeTest
class UnitAndPersonPageTests {
    private static final String PAGE = "/admin/organisation";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Units units;
    @Autowired
    private Staff staff;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private MovableClock clock;

    @Test
    void aUnitIsAddedWithWhatItServes() {
        assertThat(unit("/new-unit", "key", "lisbon", "parent", "central-europe", "name", "Lisbon office", "languages",
                "zh-CN", "products", "UPS-900", "address", "Cais 4")).hasRedirectedUrl(PAGE);

        var lisbon = units.byKey("lisbon").orElseThrow();
        assertThat(lisbon.path()).isEqualTo("/hq/central-europe/lisbon/");
        assertThat(lisbon.languages()).hasSize(2);
        assertThat(lisbon.products()).containsExactly("UPS-900");
        assertThat(lisbon.address()).isEqualTo("Cais 4");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        assertThat(unit("/new-unit", "key", "Lis bon", "parent", "central-europe", "name", "Lisbon office"))
                .hasStatus(422).bodyText().contains("id=\"key-error\"", "Small letters", "Lisbon office");
        assertThat(unit("/new-unit", "key", "hamburg", "parent", "central-europe", "name", "Another")).hasStatus(422)
                .bodyText().contains("“hamburg” is taken already");
        assertThat(unit("/new-unit", "key", "lisbon", "parent", "hamburg", "name", "Lisbon")).hasStatus(422).bodyText()
                .contains("id=\"parent-error\"");
        assertThat(unit("/units/hamburg", "key", "hamburg", "name", "", "zone", "Hamburg")).hasStatus(422).bodyText()
                .contains("id=\"name-error\"", "id=\"zone-error\"");
        assertThat(person("/new-person", "key", "rui", "name", "Rui", "unit", "hamburg", "email", "at home"))
                .hasStatus(422).bodyText().contains("id=\"email-error\"", "id=\"roles-error\"", "at home");
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        var seen = units.byKey("hamburg").orElseThrow().version() + "";
        var change = new String[]{"key", "hamburg", "name", "Hamburg city", "supervisor", "local-head", "version",
                seen};
        assertThat(unit("/units/hamburg", change)).hasRedirectedUrl(PAGE);

        change[3] = "Hamburg port";
        assertThat(unit("/units/hamburg", change)).hasStatus(409).bodyText()
                .contains("Somebody else changed it", "Hamburg port");
        assertThat(units.byKey("hamburg").orElseThrow().name()).isEqualTo("Hamburg city");
    }

    @Test
    void aUnitThatIsNotEmptyIsNotRetiredAndSaysWhy() {
        casebook.open();
        assertThat(retire("/units/hamburg", units.byKey("hamburg").orElseThrow().version())).hasStatus(409).bodyText()
                .contains("One open case lies with it", "3 people sit in it");
        assertThat(retire("/units/central-europe", units.byKey("central-europe").orElseThrow().version()))
                .hasStatus(409).bodyText().contains("2 units hang below it");
    }

    @Test
    void aPersonIsAddedChangedRetiredAndComesBack() {
        assertThat(person("/new-person", "key", "rui", "name", "Rui Costa", "unit", "hamburg", "roles", "ENGINEER",
                "skills", "rectifiers\r\n\r\nradio")).hasRedirectedUrl(PAGE);
        var rui = staff.byUsername("rui").orElseThrow();
        assertThat(rui.skills()).containsExactlyInAnyOrder("rectifiers", "radio");

        casework.take(casebook.open(), rui.id(), clock.instant());
        assertThat(person("/people/rui", "key", "rui", "name", "Rui Costa", "unit", "warsaw", "roles", "ENGINEER",
                "roles", "HEAD", "version", rui.version() + "")).hasRedirectedUrl(PAGE);
        var moved = staff.byUsername("rui").orElseThrow();
        assertThat(moved.unit()).isEqualTo(casebook.unit("warsaw"));
        assertThat(moved.roles()).containsExactlyInAnyOrder(Role.ENGINEER, Role.HEAD);

        assertThat(retire("/people/rui", moved.version())).hasRedirectedUrl(PAGE);
        assertThat(staff.byUsername("rui")).isEmpty();
        assertThat(get("?lang=en")).bodyText().contains("Retired", "href=\"/admin/organisation/people/rui\"");
        assertThat(get("/people/rui?lang=en")).hasStatusOk().bodyText().contains("Saving brings them back");
        assertThat(person("/people/rui", "key", "rui", "name", "Rui Costa", "unit", "warsaw", "roles", "ENGINEER",
                "version", staff.whoever("rui").orElseThrow().version() + "")).hasRedirectedUrl(PAGE);
        assertThat(staff.byUsername("rui").orElseThrow().id()).isEqualTo(rui.id());
        assertThat(get("/people/nobody")).hasStatus(404);
    }

    @Test
    void aRosterIsTypedLineByLineAndAStrangeLineIsNamed() {
        var version = units.byKey("hamburg").orElseThrow().version() + "";
        var change = new String[]{"key", "hamburg", "name", "Hamburg office", "supervisor", "local-head", "version",
                version, "duty", "local-engineer mon-fri 17:00-08:00\r\nlena always"};
        assertThat(unit("/units/hamburg", change)).hasStatus(422).bodyText().contains("id=\"duty-error\"",
                "This line makes no sense: lena always");

        change[9] = "local-engineer mon-fri 17:00-08:00\r\n";
        assertThat(unit("/units/hamburg", change)).hasRedirectedUrl(PAGE);
        assertThat(units.byKey("hamburg").orElseThrow().duty())
                .containsExactly("local-engineer mon,tue,wed,thu,fri 17:00-08:00");
    }

    @Test
    void theHeadOfAUnitStaysItsHeadUntilSomebodyElseIs() {
        assertThat(retire("/people/local-head", staff.byUsername("local-head").orElseThrow().version()))
                .hasStatus(409).bodyText().contains("They are the head of Hamburg office");
    }

    @Test
    void formsSpeakChinese() {
        assertThat(get("/units/hamburg?lang=zh-CN")).hasStatusOk().bodyText().contains("工作日历", "负责的产品", "停用");
        assertThat(get("/people/local-engineer?lang=zh-CN")).hasStatusOk().bodyText().contains("专长", "服务工程师");
    }

    private MvcTestResult unit(String uri, String... fields) {
        return send(uri, fields, "zone", "Europe/Berlin", "calendar", "office-hamburg", "language", "en");
    }

    private MvcTestResult person(String uri, String... fields) {
        return send(uri, fields, "zone", "Europe/Berlin", "language", "en");
    }

    /** The fields given, and those of the others that are not. */
    private MvcTestResult send(String uri, String[] fields, String... others) {
        var request = mvc.post().uri(PAGE + uri + "?lang=en").with(As.person("admin")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        for (int i = 0; i < others.length; i += 2) {
            if (!java.util.List.of(fields).contains(others[i])) {
                request = request.param(others[i], others[i + 1]);
            }
        }
        return request.exchange();
    }

    private MvcTestResult retire(String uri, int version) {
        return send(uri + "/retire", new String[]{"version", version + ""});
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(PAGE + uri).with(As.person("admin")).exchange();
    }
}
