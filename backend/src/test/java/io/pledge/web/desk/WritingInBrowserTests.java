package io.pledge.web.desk;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pledge.testing.Browser;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Messages;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people write on one case, and one of them loses the tab, the sign-in and the race, but no word. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class WritingInBrowserTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/writing");
    private static final String KEPT = "form[action$='/reply'] [data-draft-status] > span";

    private static final String SIGN_IN = "form[action$='/reply'] [data-draft-status] a";

    @LocalServerPort
    private int port;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Messages messages;

    @Test
    void wordsSurviveALostTabAndAnEndedSessionAndDoNotCrossThoseOfAColleague() {
        var id = casebook.open();
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser();
                var lena = browser.somebody(1280, "en", "Europe/Berlin");
                var elsewhere = browser.somebody(1280, "en", "Europe/Berlin");
                var wei = browser.somebody(390, "zh-CN", "Europe/Berlin", ColorScheme.DARK)) {
            var page = desk.signedIn(lena.newPage(), "en", "local-engineer");
            open(page, desk, id);
            page.keyboard().press("r");
            page.keyboard().type("We send somebody.");
            page.waitForSelector(KEPT);
            desk.look(page, 1280, "kept-1280");

            var other = desk.signedIn(elsewhere.newPage(), "en", "local-engineer");
            open(other, desk, id);
            assertThat(other.inputValue("#text")).isEqualTo("We send somebody.");

            var colleague = desk.signedIn(wei.newPage(), "zh-CN");
            open(colleague, desk, id);
            assertThat(colleague.textContent(".writing")).contains("正在写回复");
            desk.look(colleague, 390, "colleague-390");
            colleague.fill("#text", "您好，我们明天到。");
            colleague.click("form[action$='/reply'] [data-submit-key]");
            colleague.waitForSelector(".toast");
            assertThat(colleague.inputValue("#text")).isEmpty();

            page.keyboard().press("Control+Enter");
            page.waitForSelector(".writing-since");
            assertThat(page.textContent(".writing-since")).contains("您好，我们明天到。");
            assertThat(page.inputValue("#text")).isEqualTo("We send somebody.");
            desk.look(page, 1280, "held-back-1280");

            lena.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            page.fill("#text", "We send somebody tomorrow.");
            page.waitForSelector(SIGN_IN);
            desk.look(page, 1280, "signed-out-1280");
            page.click(SIGN_IN);
            signIn(page);
            page.waitForURL(url -> url.contains("/desk/tickets/"));
            assertThat(page.inputValue("#text")).isEqualTo("We send somebody tomorrow.");
            page.waitForSelector(KEPT);
            page.click("form[action$='/reply'] [data-submit-key]");
            page.waitForSelector(".toast");
            assertThat(page.inputValue("#text")).isEmpty();
        }
        assertThat(messages.of(id)).filteredOn(message -> message.person() != null)
                .extracting(message -> message.body())
                .containsExactly("您好，我们明天到。", "We send somebody tomorrow.");
    }

    @Test
    void aCannedTextIsPickedByKeyAndItsHolesAreFilledBeforeItIsSent() {
        var id = casebook.open();
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser();
                var lena = browser.somebody(390, "en", "Europe/Berlin")) {
            var page = desk.signedIn(lena.newPage(), "en", "local-engineer");
            open(page, desk, id);
            page.keyboard().press("r");
            page.keyboard().type("Hello. ");
            page.keyboard().press("Control+j");
            page.selectOption("#canned", "no-news-yet");
            PlaywrightAssertions.assertThat(page.locator("#text"))
                    .hasValue(Pattern.compile("Hello. We promised you word by .* Warsaw time.*", Pattern.DOTALL));
            page.waitForSelector(KEPT);
            desk.look(page, 390, "canned-390");

            page.click("form[action$='/reply'] [data-submit-key]");
            page.waitForSelector("form[action$='/reply'] .field-error");
            assertThat(page.inputValue("#text")).contains("[…]");
            desk.look(page, 390, "canned-refused-390");
            page.fill("#text", page.inputValue("#text").replace("[…]", "it is the fan."));
            page.click("form[action$='/reply'] [data-submit-key]");
            page.waitForSelector(".toast");
            assertThat(page.textContent(".timeline")).contains("So far we know: it is the fan.");
        }
    }

    @Test
    void aColleagueIsCalledInANoteAndTheCaseFollowed() {
        var id = casebook.open();
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser(); var lena = browser.somebody(1280, "zh-CN", "Europe/Berlin")) {
            var page = desk.signedIn(lena.newPage(), "zh-CN", "local-engineer");
            open(page, desk, id);
            page.keyboard().press("f");
            page.waitForSelector(".toast");
            page.keyboard().press("n");
            page.selectOption("#call-in", "@local-head ");
            page.keyboard().type("请看一下。");
            page.waitForSelector("form[action$='/note'] [data-draft-status] > span");
            desk.look(page, 1280, "note-1280");
            page.keyboard().press("Control+Enter");
            page.waitForSelector(".entry-internal");
            assertThat(page.textContent(".entry-internal")).contains("@local-head 请看一下。", "内部");
            desk.look(page, 1280, "noted-1280");
            page.navigate(desk.address("/desk?view=FOLLOWED"));
            assertThat(page.textContent("main")).contains(id.number().value());
            desk.look(page, 1280, "followed-1280");
        }
    }

    @Test
    void aPartIsSplitOffAndTheCasesAreLinked() {
        var id = casebook.open();
        var other = casebook.open();
        var desk = new DeskInBrowser(port, PICTURES);
        try (var browser = new Browser();
                var lena = browser.somebody(390, "zh-CN", "Europe/Berlin", ColorScheme.DARK)) {
            var page = desk.signedIn(lena.newPage(), "zh-CN", "local-engineer");
            open(page, desk, id);
            desk.open(page, "split");
            page.fill("#split-part", "Since this morning.");
            desk.look(page, 390, "split-390");
            page.click("dialog#split .button-primary");
            page.waitForSelector(".toast");
            desk.open(page, "link");
            page.fill("#link-other", other.number().value());
            desk.look(page, 390, "link-390");
            page.click("dialog#link .button-primary");
            page.waitForSelector(".toast");
            page.locator("[data-dialog=link]").scrollIntoViewIfNeeded();
            assertThat(page.textContent(".ticket-side")).contains(other.number().value(), "Since this morning.",
                    "由本案件拆分");
            desk.look(page, 390, "linked-390");
        }
    }

    private static void open(Page page, DeskInBrowser desk, TicketId id) {
        page.navigate(desk.address("/desk/tickets/" + id.number().value()));
    }

    private static void signIn(Page page) {
        page.fill("#username", "local-engineer");
        page.fill("#password", "pledge-demo");
        page.click(".sign-in-form button");
    }
}
