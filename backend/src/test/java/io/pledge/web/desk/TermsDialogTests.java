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
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser();
                var somebody = browser.somebody(width, language, "Europe/Berlin", colours)) {
            var page = desk.signedIn(somebody.newPage(), language);
            page.navigate(desk.address("/desk/tickets/" + id.number().value()));

            desk.open(page, "anew");
            page.waitForSelector("#anew-preview .field");
            desk.look(page, width, "anew-" + width);
            page.keyboard().press("Escape");

            desk.open(page, "severity");
            page.selectOption("#severity-severity", "CRITICAL");
            page.waitForSelector("#severity-preview .facts");
            page.fill("#severity-reason", "The line stands still.");
            desk.look(page, width, "severity-" + width);
            assertThat(cases.require(id).severity()).isEqualTo(Severity.MINOR);
            page.click("dialog#severity .button-primary");
            page.waitForSelector(".toast");
            assertThat(cases.require(id).severity()).isEqualTo(Severity.CRITICAL);

            attach(desk, page, width);
            desk.look(page, width, "case-" + width);
            assertThat(cases.require(id).customer()).isNotNull();
            page.navigate(desk.address("/desk/tickets/" + id.number().value() + "/promises/resolution-1"));
            desk.look(page, width, "explained-" + width);
        }
    }

    private static void attach(DeskInBrowser desk, Page page, int width) {
        desk.open(page, "customer");
        page.fill("#customer-q", "clinic");
        page.click("#customer-found .choice");
        page.waitForSelector("#customer-preview .field");
        desk.look(page, width, "customer-" + width);
        page.click("dialog#customer .button-primary");
        page.waitForSelector(".toast");
    }
}
