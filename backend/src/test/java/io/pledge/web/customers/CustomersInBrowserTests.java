package io.pledge.web.customers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pledge.customer.Customers;
import io.pledge.testing.Browser;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator brings equipment in as a file, sees what is wrong, corrects it, imports it, and changes a contact by hand. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class CustomersInBrowserTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/customers");
    private static final String HEADER = "customer,serial,product,site,warranty_until\n";
    private static final String GOOD = "rheinau-clinic,UPS9-10877,UPS-900 rev. B,Main building Hamburg,2029-01-31\n"
            + "rheinau-clinic,UPS9-20001,UPS-900,Main building Hamburg,2030-06-30\n";
    private static final String BAD = "rheinau-clinic,UPS9-20002,UPS-900,Nowhere,31.12.2030\n";

    @LocalServerPort
    private int port;
    @Autowired
    private Customers customers;

    @ParameterizedTest
    @CsvSource({"1280, en, LIGHT", "390, zh-CN, DARK"})
    void aFileIsBroughtLookedAtCorrectedAndImported(int width, String language, ColorScheme colours) {
        try (var browser = new Browser();
                var somebody = browser.somebody(width, language, "Europe/Berlin", colours)) {
            var page = signedIn(somebody.newPage(), language);
            page.navigate(address("/admin/customers"));
            look(page, width, "list-" + width);

            page.navigate(address("/admin/customers/import?sheet=equipment"));
            look(page, width, "import-" + width);
            bring(page, HEADER + GOOD + BAD);
            assertThat(page.textContent("#bad")).isEqualTo("1");
            assertThat(page.isVisible("[name=seen]")).isFalse();
            look(page, width, "bad-" + width);

            page.navigate(address("/admin/customers/import?sheet=equipment"));
            bring(page, HEADER + GOOD);
            assertThat(page.textContent("#added") + page.textContent("#changed")).isEqualTo("11");
            look(page, width, "dry-run-" + width);
            page.click("main .button-primary");
            page.waitForSelector(".notice[role=status]");
            look(page, width, "imported-" + width);
            assertThat(customers.equipmentBySerial("UPS9-20001")).isPresent();

            changeAContact(page, width);
        }
    }

    private void changeAContact(Page page, int width) {
        page.navigate(address("/admin/customers?q=UPS9-20001"));
        page.click(".cell-title");
        look(page, width, "customer-" + width);
        page.click("#contacts .cell-link");
        page.waitForLoadState();
        page.fill("#phone", "call me");
        page.keyboard().press("Control+Enter");
        page.waitForSelector("#phone-error");
        page.waitForLoadState();
        look(page, width, "edit-" + width);
        page.fill("#phone", "+49 40 5550 199");
        page.keyboard().press("Control+Enter");
        page.waitForSelector(".toast");
        assertThat(page.textContent("#contacts")).contains("+49 40 5550 199");
        Browser.picture(page, PICTURES.resolve("saved-" + width + ".png"));
    }

    private void bring(Page page, String text) {
        page.setInputFiles("#file",
                new FilePayload("equipment.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.click("main form .button-primary");
        page.waitForSelector("#bad");
    }

    private Page signedIn(Page page, String language) {
        page.navigate(address("/sign-in?lang=" + language));
        page.fill("#username", "admin");
        page.fill("#password", "pledge-demo");
        page.click(".sign-in-form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private void look(Page page, int width, String name) {
        Browser.picture(page, PICTURES.resolve(name + ".png"));
        assertThat(Browser.barriers(page)).as("barriers of " + name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + name).isEqualTo(width);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
