package io.pledge.web.communication;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.communication.CommunicationPlans;
import io.pledge.communication.Occasion;
import io.pledge.communication.PlanLine;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.CustomerId;
import io.pledge.testing.As;
import io.pledge.testing.Mill;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The page on which a plan is agreed. */
@PledgeTest
class PlanPageTests {
    private static final String EXECUTIVES = "level:EXECUTIVE";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Mill people;
    @Autowired
    CommunicationPlans plans;
    @Autowired
    JdbcClient jdbc;
    private CustomerId mill;
    private String page;

    @BeforeEach
    void theMill() {
        mill = people.open();
        page = page(mill);
    }

    @Test
    void theCustomersPageLeadsToThePlanOfEachContract() {
        assertThat(get("account-manager", "/admin/customers/" + mill.value())).bodyText().contains(page,
                "Communication plan of C-mill", "No plan: those hear who turned to us");
    }

    @Test
    void theAccountManagerAgreesOnIt() {
        assertThat(post("account-manager", page, "version", "0", "within", "120", "who-0", EXECUTIVES, "on-0", "DELAY",
                "on-0", "CLOSING", "way-0", "MAIL", "from-0", "CRITICAL", "confirms-0", "yes", "who-1", "", "way-1",
                "MAIL")).hasRedirectedUrl(page);
        assertThat(plans.of(people.contract(mill)).lines()).containsExactly(Mill.confirming(Mill.from(
                io.pledge.ticket.Severity.CRITICAL,
                Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY, Occasion.CLOSING))));
        assertThat(get("account-manager", page)).bodyText().contains("Now: Ola", "2 h", "Who changed what",
                "Added: Executive, only critical ones: delay or broken promise, closing; by e-mail; must confirm");
    }

    @Test
    void whoOnlyReadsAboutTheCustomerReadsThePlanAndChangesNothing() {
        people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
        assertThat(get("local-head", page)).hasStatusOk().bodyText()
                .contains("all cases: delay or broken promise; by e-mail", "Now: Ola")
                .doesNotContain("<select", "Give the plan up");
        assertThat(post("local-head", page, "version", "1")).hasStatus(403);
        assertThat(post("account-manager-2", page, "version", "1")).hasStatus(404);
        assertThat(get("account-manager-2", page)).hasStatus(404);
        assertThat(get("local-engineer", page)).hasStatus(403);
    }

    @Test
    void aContractOfAnotherCustomerIsNotThere() {
        var other = people.open("other", "other.example");
        var forged = "/admin/customers/%d/plan/%d".formatted(mill.value(), people.contract(other).value());
        assertThat(get("admin", forged)).hasStatus(404);
        assertThat(post("admin", forged, "who-0", EXECUTIVES, "on-0", "DELAY")).hasStatus(404);
        assertThat(post("admin", forged + "/end")).hasStatus(404);
    }

    @Test
    void whatIsWrongStandsAtItsLineAndNothingChosenIsLost() {
        var other = people.open("other", "other.example");
        assertThat(post("admin", page, "version", "0", "within", "60", "who-0", EXECUTIVES, "on-0", "DELAY", "who-1",
                EXECUTIVES, "on-1", "DELAY", "who-2", "contact:" + people.contact(other, "Ola").value(), "on-2",
                "CLOSING")).hasStatus(422).bodyText()
                .contains("Nothing was saved", "Line 2 says of the same people what line 1 says already",
                        "Line 3: this is no contact of this customer")
                .contains("value=\"level:EXECUTIVE\" selected=\"selected\"");
        assertThat(post("admin", page + "?lang=zh-CN", "version", "0", "within", "60")).hasStatus(422).bodyText()
                .contains("没有一行指到任何人");
    }

    @Test
    void forgedValuesAreNoPlan() {
        assertThat(post("admin", page, "version", "x", "within", "99999999999", "who-0", "level:KING", "on-0", "ALL",
                "on-0", "DELAY", "way-0", "SMS", "from-0", "NONE")).hasStatus(422).bodyText()
                .contains("Line 1: please choose who hears", "Please choose a time for confirming");
    }

    @Test
    void aScriptInANameIsANameAndNoScript() {
        jdbc.sql("update contact set name = '<script>alert(1)</script>' where name = 'Ola'").update();
        people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY), named());
        assertThat(get("admin", page)).bodyText().contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        assertThat(get("local-head", page)).bodyText().contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void whoSavesOverAnothersPlanIsToldFirst() {
        people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
        assertThat(post("admin", page, "version", "0", "within", "60", "who-0", "level:OTHER", "on-0", "DELAY"))
                .hasStatus(409).bodyText()
                .contains("somebody else changed this meanwhile", "name=\"version\" value=\"1\"");
    }

    @Test
    void moreLinesAreThereWithoutThatAnythingIsSaved() {
        assertThat(post("admin", page, "more", "yes", "version", "0", "within", "60", "who-0", EXECUTIVES, "on-0",
                "DELAY")).hasStatusOk().bodyText().contains("who-4").doesNotContain("who-5");
        assertThat(plans.of(people.contract(mill)).version()).isZero();
    }

    @Test
    void theLinesOfAnotherContractAreAProposalUntilTheyAreSaved() {
        var other = people.open("other", "other.example");
        people.agree(other, Mill.line(ContactLevel.EXECUTIVE, Occasion.SHIPMENT));
        assertThat(get("account-manager", page + "?copy=" + people.contract(other).value())).bodyText()
                .contains("These lines are a proposal", "value=\"SHIPMENT\" checked");
        assertThat(plans.of(people.contract(mill)).lines()).isEmpty();
        jdbc.sql("update customer set account_manager_id = null where key = 'other'").update();
        assertThat(get("account-manager", page + "?copy=" + people.contract(other).value())).bodyText()
                .doesNotContain("These lines are a proposal");
    }

    @Test
    void aPlanIsGivenUp() {
        people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
        assertThat(post("account-manager", page + "/end")).hasRedirectedUrl(page);
        assertThat(plans.of(people.contract(mill)).lines()).isEmpty();
        assertThat(get("account-manager", page)).bodyText().contains("Given up", "Taken out: Executive");
    }

    private PlanLine named() {
        return new PlanLine(null, new io.pledge.customer.ContactId(jdbc
                .sql("select id from contact where name like '<script>%'").query(Long.class).single()),
                java.util.Set.of(Occasion.CLOSING), io.pledge.communication.Way.MAIL,
                io.pledge.ticket.Severity.MINOR, false, false);
    }

    private String page(CustomerId customer) {
        return "/admin/customers/%d/plan/%d".formatted(customer.value(), people.contract(customer).value());
    }

    private MvcTestResult get(String as, String path) {
        return mvc.get().uri(path).with(As.person(as)).exchange();
    }

    private MvcTestResult post(String as, String path, String... fields) {
        var request = mvc.post().uri(path).with(As.person(as)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
