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
import io.pledge.ticket.Cases;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Dialogs that show what they would change before anybody confirms, in a real browser. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class TermsDialogTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/terms");

    @LocalServerPort
    private int port;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;

    @ParameterizedTest
    @CsvSource({"1280, en, LIGHT", "390, zh-CN, DARK"})
    void whatAChangeWouldDoStandsInItsDialogBeforeItIsConfirmed(int width, String language, ColorScheme colours) {
        var id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", null);
        try (var browser = new Browser();
                var somebody = browser.somebody(width, language, "Europe/Berlin", colours)) {
            var page = signedIn(somebody.newPage(), language);
            page.navigate(address("/desk/tickets/" + id.number().value()));

            open(page, "anew");
            page.waitForSelector("#anew-preview .field");
            look(page, width, "anew-" + width);
            page.keyboard().press("Escape");

            open(page, "severity");
            page.selectOption("#severity-severity", "CRITICAL");
            page.waitForSelector("#severity-preview .facts");
            page.fill("#severity-reason", "The line stands still.");
            look(page, width, "severity-" + width);
            assertThat(cases.require(id).severity()).isEqualTo(Severity.MINOR);
            page.click("dialog#severity .button-primary");
            page.waitForSelector(".toast");
            assertThat(cases.require(id).severity()).isEqualTo(Severity.CRITICAL);

            attach(page, width);
            look(page, width, "case-" + width);
            assertThat(cases.require(id).customer()).isNotNull();
            page.navigate(address("/desk/tickets/" + id.number().value() + "/promises/resolution-1"));
            look(page, width, "explained-" + width);
        }
    }

    private void attach(Page page, int width) {
        open(page, "customer");
        page.fill("#customer-q", "clinic");
        page.click("#customer-found .choice");
        page.waitForSelector("#customer-preview .field");
        look(page, width, "customer-" + width);
        page.click("dialog#customer .button-primary");
        page.waitForSelector(".toast");
    }

    private static void open(Page page, String dialog) {
        page.click("button[data-dialog='" + dialog + "']");
        page.waitForSelector("dialog#" + dialog + "[open]");
    }

    private static void look(Page page, int width, String name) {
        Browser.picture(page, PICTURES.resolve(name + ".png"));
        assertThat(Browser.barriers(page)).as("barriers of " + name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + name).isEqualTo(width);
    }

    private Page signedIn(Page page, String language) {
        page.navigate(address("/sign-in?lang=" + language));
        page.fill("#username", "local-head");
        page.fill("#password", "pledge-demo");
        page.click(".sign-in-form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
