package io.pledge.web.desk;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pledge.steps.StepCase;
import io.pledge.steps.StepState;
import io.pledge.testing.Browser;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** The questions of a kind, and a step that is done, in a real browser. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class StepsInBrowserTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/steps");

    @LocalServerPort
    private int port;
    @Autowired
    private BeanFactory beans;

    @ParameterizedTest
    @CsvSource({"1280, en, LIGHT", "390, zh-CN, DARK"})
    void aStepIsDoneOnThePageOfItsCase(int width, String language, ColorScheme colours) {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser();
                var somebody = browser.somebody(width, language, "Europe/Berlin", colours)) {
            var page = desk.signedIn(somebody.newPage(), language);
            page.navigate(desk.address("/desk/tickets/" + repair.id().number().value()));
            var form = "#steps .case-step:first-child details";
            page.click(form + " summary");
            page.fill(form + " [name='f.what']", "A fan tray");
            page.click(form + " .button-primary");
            page.waitForSelector(form + " .field-error");
            assertThat(page.inputValue(form + " [name='f.what']")).isEqualTo("A fan tray");
            desk.look(page, width, "missing-" + width);
            page.fill(form + " [name='f.carrier']", "DHL");
            page.fill(form + " [name='f.tracking']", "4711");
            page.click(form + " .button-primary");
            page.waitForSelector(".toast");
            assertThat(repair.state("ship")).isEqualTo(StepState.DONE);
            desk.look(page, width, "done-" + width);
            page.navigate(desk.address("/steps?view=all"));
            desk.look(page, width, "list-" + width);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, en, LIGHT", "390, zh-CN, DARK"})
    void theQuestionsFollowTheKindThatIsChosen(int width, String language, ColorScheme colours) {
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser();
                var somebody = browser.somebody(width, language, "Europe/Berlin", colours)) {
            var page = somebody.newPage();
            page.navigate(desk.address("/submit?lang=" + language));
            choose(page, "RETURN");
            page.waitForSelector("[name='f.wish']");
            page.selectOption("[name='f.wish']", "exchange");
            choose(page, "DELIVERY");
            page.waitForSelector("[name='f.consignment']");
            assertThat(page.locator("[name='f.wish']").count()).isZero();
            desk.look(page, width, "form-" + width);
            page.fill("#text", "The box is dented.");
            page.click(width > 1000 ? ".submit-send-wide .button" : ".submit-plate .button");
            page.waitForSelector("#kind-consignment-error");
            assertThat(page.inputValue("#text")).isEqualTo("The box is dented.");
            desk.look(page, width, "form-missing-" + width);
        }
    }

    private static void choose(Page page, String kind) {
        page.click("label:has(input[name='kind'][value='" + kind + "'])");
    }
}
