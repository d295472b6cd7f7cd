package io.pledge.web.desk;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pledge.testing.Browser;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;

import static org.assertj.core.api.Assertions.assertThat;

/** Arrivals and shipments told in a real browser, and what both sides read of them. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class FieldDialogTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/field");

    @LocalServerPort
    private int port;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Participants participants;
    @Autowired
    private PrivateLinks links;

    @ParameterizedTest
    @CsvSource({"1280, en, LIGHT, 'Bearing set, tracking 12345'", "390, zh-CN, DARK, Bearing set，运单号 12345"})
    void whatIsToldInTheDialogsStandsOnTheDeskAndOnTheCustomersPage(int width, String language, ColorScheme colours,
            String part) {
        var id = casebook.open();
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser();
                var somebody = browser.somebody(width, language, "Europe/Berlin", colours)) {
            var page = desk.signedIn(somebody.newPage(), language);
            page.navigate(desk.address("/desk/tickets/" + id.number().value()));

            desk.open(page, "arrived");
            page.fill("#arrived-note", "The gate was locked.");
            desk.look(page, width, "arrived-" + width);
            record(page, "arrived");
            page.waitForSelector(".toast");
            desk.open(page, "shipped");
            record(page, "shipped");
            page.waitForSelector("dialog#shipped[open] .field-error");
            desk.look(page, width, "nothing-shipped-" + width);
            page.fill("#shipped-what", "Bearing set");
            page.fill("#shipped-tracking", "12345");
            record(page, "shipped");
            page.waitForSelector(".toast");

            assertThat(page.textContent(".timeline")).contains("The gate was locked.", part);
            desk.look(page, width, "desk-" + width);
            page.navigate(desk.address("/c/" + links.issue(id, participants.submitter(id).id()) + "?lang=" + language));
            assertThat(page.textContent(".steps")).contains(part).doesNotContain("The gate was locked.");
            desk.look(page, width, "customer-" + width);
        }
    }

    private static void record(Page page, String dialog) {
        page.click("dialog#" + dialog + " .button-primary");
    }
}
