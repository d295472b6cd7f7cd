package io.pledge.web.customers;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Customers;
import io.pledge.customer.Sheet;
import io.pledge.customer.SheetRow;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The pages of the demonstration's customers, as administrators change them and others read them. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class CustomerPagesTests {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Customers customers;
    @Autowired
    CustomerSheets sheets;
    @Autowired
    Casebook casebook;
    @Autowired
    JdbcClient jdbc;
    private CustomerId clinic;
    private String page = "";

    @BeforeEach
    void theClinic() {
        clinic = customers.byKey("rheinau-clinic").orElseThrow().id();
        page = "/admin/customers/" + clinic.value();
    }

    @Test
    void theListIsSearchedByWhatIsKnownOfACustomer() {
        for (String words : new String[]{"rheinau", "C-2023-0042", "UPS9-10877",
                "sabine.krueger@rheinau-clinic.example",
                "+49 40 5550 120"}) {
            assertThat(get("admin", "/admin/customers?q={q}", words)).hasStatusOk().bodyText()
                    .contains("Rheinau Clinic").doesNotContain("Vistula Paper");
        }
        assertThat(get("admin", "/admin/customers?q={q}", "<b>\"%")).hasStatusOk().bodyText()
                .contains("Nobody is found by that", "&lt;b&gt;&quot;%").doesNotContain("<b>\"");
    }

    @Test
    void aCustomersPageNamesEverythingOfThem() {
        assertThat(get("admin", page)).hasStatusOk().bodyText().contains("Rheinau Clinic", "Mei Lin", "C-2023-0042",
                "Main building Hamburg", "Hamburg office", "Sabine Krüger", "UPS9-10877", "31 Jan 2028",
                page + "/equipment/new", "Administrators see no cases by their role");
        assertThat(get("admin", page + "?lang=zh-CN")).bodyText().contains("合同", "金牌", "2028年1月31日", "保修至");
    }

    @Test
    void whoReadsFindsTheOpenCasesThatTheySeeAndNoWayToChange() {
        var ticket = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
        jdbc.sql("update ticket set customer_id = ? where id = ?").params(clinic.value(), ticket.value()).update();

        assertThat(get("local-head", page)).hasStatusOk().bodyText()
                .contains(ticket.number().value(), "Sabine Krüger").doesNotContain("/edit", "/new", "/import");
        assertThat(get("admin", page)).bodyText().doesNotContain(ticket.number().value());
        assertThat(get("warsaw-head", page)).hasStatus(404);
        assertThat(get("account-manager-2", page + "/equipment")).hasStatus(404);
        assertThat(get("account-manager-2", "/admin/customers?q=UPS9-10877")).bodyText().doesNotContain("Rheinau");
        assertThat(get("account-manager-2", "/admin/customers/export/contacts.csv")).hasStatusOk().bodyText()
                .doesNotContain("rheinau").contains("jinjiang-hospital");
    }

    @Test
    void aRowOfAnotherCustomerIsNotThere() {
        var elsewhere = customers.byKey("vistula-paper").orElseThrow().id();
        long row = sheets.page(Sheet.EQUIPMENT, elsewhere, "", null, 1).getFirst().id();

        assertThat(get("admin", page + "/equipment/" + row)).hasStatus(404);
        assertThat(post(page + "/equipment/" + row, "serial", "X")).hasStatus(404);
        assertThat(get("admin", page + "/contracts/999999999999999999")).hasStatus(404);
        assertThat(get("admin", "/admin/customers/999999999999999999")).hasStatus(404);
        assertThat(get("admin", "/admin/customers/abc")).hasStatus(404);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
        assertThat(post("/admin/customers/new", "key", "two words", "name", "<i>New</i>", "language", "en", "zone",
                "Mars/North")).hasStatus(422).bodyText()
                .contains("id=\"key-error\"", "“two words” is no key", "id=\"zone-error\"", "Mars/North",
                        "value=\"&lt;i&gt;New&lt;/i&gt;\"")
                .doesNotContain("id=\"name-error\"");
        assertThat(post(page + "/contracts/new?lang=zh-CN", "number", "C-2024-0117", "level", "gold", "from",
                "2026-01-02", "to", "2026-01-01")).hasStatus(422).bodyText()
                .contains("“C-2024-0117”已经存在", "合同的末日早于首日");
        SheetRow contact = sheets.page(Sheet.CONTACTS, clinic, "", null, 1).getFirst();
        assertThat(post(page + "/contacts/" + contact.id(), "version", "0", "name", contact.cell("name"), "language",
                "en", "phone", "call me")).hasStatus(422).bodyText().contains("“call me” is no phone number");
        assertThat(post(page + "/equipment/new")).hasStatus(422).bodyText().contains("Something must stand here");
    }

    @Test
    void aCustomerIsEnteredWithTheirRowsAndStandsInTheList() {
        assertThat(post("/admin/customers/new", "key", "N-1", "name", "New Works", "language", "zh-CN", "zone",
                "Asia/Shanghai", "account_manager", "account-manager-2")).hasStatus3xxRedirection();
        String works = "/admin/customers/" + customers.byKey("N-1").orElseThrow().id().value();
        assertThat(post(works + "/sites/new", "name", "Hall 1", "zone", "Asia/Shanghai", "unit", "shanghai"))
                .hasRedirectedUrl(works);
        assertThat(post(works + "/equipment/new", "serial", "NW-1", "product", "UPS-900", "site", "Hall 1"))
                .hasRedirectedUrl(works);
        // the customer is the page's, whatever a forged field says
        assertThat(post(works + "/contacts/new", "customer", "rheinau-clinic", "name", "Wang", "language", "en"))
                .hasRedirectedUrl(works);

        assertThat(get("shanghai-head", works + "?lang=en")).hasStatusOk().bodyText().contains("NW-1", "Hall 1", "Wang",
                "Site Hall 1 entered", "Daniel Okafor");
        assertThat(get("account-manager-2", "/admin/customers?q=NW-1")).bodyText().contains("New Works");
    }

    @Test
    void theSecondOfTwoEditorsSeesWhatTheFirstEnteredAndKeepsWhatTheyTyped() {
        SheetRow contract = sheets.page(Sheet.CONTRACTS, clinic, "", null, 1).getFirst();
        String form = page + "/contracts/" + contract.id();
        String version = Integer.toString(contract.version());
        assertThat(post(form, "version", version, "number", "C-2023-0042", "level", "silver", "from", "2023-01-01"))
                .hasRedirectedUrl(page);

        assertThat(post(form, "version", version, "number", "C-2023-0042", "level", "basic", "from", "2023-01-01"))
                .hasStatus(409).bodyText().contains("somebody else changed this meanwhile", "Level: silver",
                        "name=\"version\" value=\"1\"", "value=\"basic\" selected");
        assertThat(customers.customer(clinic).level()).hasToString("SILVER");

        assertThat(post(form, "version", "1", "number", "C-2023-0042", "level", "basic", "from", "2023-01-01"))
                .hasRedirectedUrl(page);
        assertThat(customers.customer(clinic).level()).hasToString("BASIC");
        assertThat(get("admin", page + "/history")).bodyText().contains("Level: gold → silver",
                "Level: silver → basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "contracts", "sites", "contacts", "equipment"})
    void aSheetIsExportedAsAFile(String sheet) throws Exception {
        var answer = get("admin", "/admin/customers/export/" + sheet + ".csv");

        assertThat(answer).hasStatusOk().hasHeader("Content-Disposition",
                "attachment; filename=\"" + sheet + ".csv\"; filename*=UTF-8''" + sheet + ".csv");
        String text = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").contains("rheinau-clinic").doesNotContain(",+49");
    }

    @Test
    void theRowsOfACustomerAreSearchedByHowTheyBegin() {
        assertThat(get("admin", page + "/equipment?q=ups9")).hasStatusOk().bodyText().contains("UPS9-10877")
                .doesNotContain("DC40-30911");
        assertThat(get("admin", page + "/equipment?q=nothing&after=999999")).hasStatusOk().bodyText()
                .contains("Nothing begins like that");
    }

    private MvcTestResult get(String who, String address, Object... parts) {
        return mvc.get().uri(address, parts).with(As.person(who)).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(As.person("admin")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
