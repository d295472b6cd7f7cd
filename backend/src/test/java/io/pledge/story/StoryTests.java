package io.pledge.story;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.test.annotation.DirtiesContext;

import io.pledge.testing.PledgeTest;
import io.pledge.testing.PledgeTest.Reset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A complaint from the customer's form to somebody's appraisal, in a real browser, with jobs, search and mail running. */
@PledgeTest(search = true, profiles = "demo", reset = Reset.NEVER, properties = {
        "pledge.schedule.enabled=true", "spring.mail.host=false", "pledge.demo-stories=true"})
@DirtiesContext
class StoryTests {
    private static final Path PHOTO = Path.of("backend/src/main/resources/demo/files/rectifier-panel.png");

    /** Kinds of pages that axe has seen; what it minds does not depend on the language. */
    private static final Set<String> LOOKED = new HashSet<>();

    @LocalServerPort
    private int port;
    @Autowired
    private MessageSource texts;
    private Stage stage;
    private Hands hands;
    private String link;
    private String number;
    private Script script;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aComplaintIsLivedFromTheFormToTheAppraisal(String language) {
        try (Stage opened = new Stage(port, Locale.forLanguageTag(language), texts, LOOKED)) {
            stage = opened;
            script = Script.in(Locale.forLanguageTag(language));
            hands = new Hands(stage, script);
            theCustomerComplainsAndIsPromisedATime();
            theQueueShowsItAndTheHeadConfirms();
            theEngineerTakesWritesHoldsResumesEscalatesAndGetsItBack();
            aPromiseLapsesAndIsOwnedUpTo();
            theCustomerSaysNoAndLaterYes();
            anotherCaseClosesUnconfirmed();
            theSurveyOpensARecoveryCall();
            qualityRulesAndTheAppraisalShowsIt();
            theLessonStandsBesideTheNextSimilarCase();
            theManagerSeesWhatWasKeptAndBroken();
        }
    }

    private void theCustomerComplainsAndIsPromisedATime() {
        stage.picture(stage.go(stage.staff("manager"), "/report"), "report");
        Page page = stage.go(stage.customer(), "/");
        hands.fill(page, "COMPLAINT", "CRITICAL", script.complaint());
        page.setInputFiles("#files", PHOTO);
        page.waitForCondition(() -> page.locator("#quote .plate-time").count() == 1);
        page.evaluate("scrollTo(0, 0)");
        stage.picture(page, "portal-submit");
        link = hands.sent(page);
        assertThat(page.locator("h1")).hasText(stage.say("portal.received"));
        assertThat(page.locator(".plate-label").first()).hasText(stage.say("portal.plate"));
        assertThat(page.locator(".plate-zone").first()).not().isEmpty();
        number = hands.number(page);
        assertThat(number).startsWith("PL-");
        stage.picture(page, "portal-case");
        assertThat(stage.go(stage.customer(), "/demo/mailbox").locator("main")).containsText(number);
    }

    private void theQueueShowsItAndTheHeadConfirms() {
        Page queue = stage.go(stage.staff("local-engineer"), "/desk");
        assertThat(queue.locator("tr", new Page.LocatorOptions().setHasText(number)).locator(".badge")).isVisible();
        stage.picture(queue, "desk-queue");
        stage.picture(queue, "desk-queue-zh");
        Page owed = stage.go(stage.staff("local-head"), "/desk/confirmations");
        Locator line = owed.locator("li", new Page.LocatorOptions().setHasText(number));
        stage.send(owed, line.locator("button"));
        assertThat(owed.locator("main")).not().containsText(number);
        assertThat(stage.go(stage.staff("account-manager"), "/desk/confirmations").locator("main"))
                .containsText(number);
    }

    private void theEngineerTakesWritesHoldsResumesEscalatesAndGetsItBack() {
        Page desk = hands.ticket(number, "local-engineer");
        desk = stage.send(desk, desk.locator("form[action$='/take'] button"));
        desk.fill("#text", script.reply());
        desk.selectOption("#nextWordAt", new SelectOption().setIndex(1));
        desk = stage.send(desk, desk.locator("form[action$='/reply'] .button-primary"));
        hands.dialog(desk, "hold", "reason", script.hold());
        desk = stage.send(desk, desk.locator("form[action$='/resume'] button"));
        stage.picture(desk, "desk-ticket");
        hands.dialog(desk, "escalate", "reason", script.escalate());
        Page region = hands.ticket(number, "region-engineer");
        region = stage.send(region, region.locator("form[action$='/take'] button"));
        hands.dialog(region, "hand-back", "instructions", script.instructions());
        desk = hands.ticket(number, "local-engineer");
        stage.send(desk, desk.locator("form[action$='/take'] button"));
        assertThat(stage.go(stage.customer(), link).locator("main")).containsText(script.reply());
    }

    private void aPromiseLapsesAndIsOwnedUpTo() {
        String promised = hands.ticket(number, "local-engineer").locator("time.plate-time").getAttribute("datetime");
        stage.passJustAfter(Instant.parse(promised));
        Page page = stage.go(stage.customer(), link);
        assertThat(page.locator("h1")).hasText(stage.say("portal.case.MISSED"));
        assertThat(page.locator(".notice-broken")).isVisible();
        stage.picture(page, "portal-missed");
        Page queue = stage.go(stage.staff("region-engineer"), "/desk?view=BROKEN");
        assertThat(queue.locator("tr", new Page.LocatorOptions().setHasText(number)).locator(".badge-broken"))
                .isVisible();
        Page desk = hands.ticket(number, "region-engineer");
        assertThat(desk.locator(".entry-line-broken").first()).isVisible();
        assertThat(desk.locator(".ticket-line")).containsText("Central Europe");
    }

    private void theCustomerSaysNoAndLaterYes() {
        hands.resolve(number, "region-engineer");
        Page page = stage.go(stage.customer(), link);
        assertThat(page.locator(".portal-confirm")).isVisible();
        stage.picture(page, "portal-confirm-zh");
        stage.picture(page, "portal-confirm");
        page.click("[data-dialog=no]");
        page.fill("#no-reason", script.no());
        stage.send(page, page.locator("#no .button-primary"));
        assertThat(page.locator(".plate-label").first()).hasText(stage.say("portal.plate"));
        assertThat(hands.ticket(number, "hq-engineer").locator(".ticket-line")).containsText("Headquarters");
        hands.resolve(number, "hq-engineer");
        page = stage.go(stage.customer(), link);
        stage.send(page, page.locator("form[action$='/yes'] button"));
        assertThat(page.locator("h1")).hasText(stage.say("portal.case.CLOSED"));
    }

    private void anotherCaseClosesUnconfirmed() {
        String other = hands.submit(script.again());
        hands.resolve(hands.number(stage.customer()), "local-engineer");
        stage.pass("P8D");
        assertThat(stage.go(stage.customer(), other).locator("h1")).hasText(stage.say("portal.case.UNCONFIRMED"));
    }

    private void theSurveyOpensARecoveryCall() {
        Page page = stage.customer();
        String survey = null;
        for (int at = 0; survey == null; at++) {
            stage.go(page, "/demo/mailbox?whose=CUSTOMERS");
            var mine = page.locator("a[href*='mail=']", new Page.LocatorOptions().setHasText(script.name()));
            assertThat(mine.count()).as("mails before a survey comes").isGreaterThan(at);
            stage.go(page, mine.nth(at).getAttribute("href"));
            var found = page.locator("a[href*='/s/']");
            survey = found.count() > 0 ? found.first().getAttribute("href") : null;
        }
        page = stage.go(page, survey);
        page.locator("input[name=score][value='2']").check(new Locator.CheckOptions().setForce(true));
        page.fill("#comment", script.comment());
        stage.picture(page, "survey");
        stage.send(page, page.locator(".form-foot button"));
        assertThat(page.locator("h1")).hasText(stage.say("survey.sorry"));
        Page calls = stage.go(stage.staff("hq-head"), "/desk/recovery");
        assertThat(calls.locator("main")).containsText(number);
        calls.locator("a[href^='/desk/recovery/']").first().click();
        stage.check(calls);
        calls.fill("#said", script.call());
        calls.locator("[name=outcome]").first().check(new Locator.CheckOptions().setForce(true));
        stage.send(calls, calls.locator(".form-foot button"));
    }

    private void qualityRulesAndTheAppraisalShowsIt() {
        Page page = stage.go(stage.staff("quality"), "/quality");
        assertThat(page.locator("main")).containsText(number);
        page = stage.go(page, "/quality/" + number);
        page.locator("input[name=verdict][value=VALID]").check(new Locator.CheckOptions().setForce(true));
        page.selectOption("#cause", new SelectOption().setIndex(1));
        var responsible = page.locator("#responsible option").all().stream()
                .filter(option -> option.textContent().contains("Lena")).findFirst().orElseThrow()
                .getAttribute("value");
        page.selectOption("#responsible", responsible);
        page.fill("#reasoning", script.ruling());
        stage.picture(page, "quality");
        stage.send(page, page.locator("form[action$='/rulings'] button.button-primary"));
        Page mine = stage.go(stage.staff("local-engineer"), "/appraisal/people/local-engineer");
        assertThat(mine.locator("main")).containsText(stage.say("appraisal.VALID_COMPLAINTS"));
        stage.picture(mine, "appraisal");
        assertThat(stage.go(mine, "/appraisal").locator("main")).containsText(number);
    }

    private void theLessonStandsBesideTheNextSimilarCase() {
        Page desk = hands.ticket(number, "hq-engineer");
        Locator draft = desk.locator("form[action$='/library/draft'] button");
        draft.waitFor();
        stage.send(desk, draft);
        stage.send(desk, desk.locator("form.library-form .button-primary"));
        String lesson = desk.url().replaceAll("\\?.*", "").replaceAll(".*(/library/[0-9]+).*", "$1");
        Page reviewer = stage.go(stage.staff("hq-head"), lesson);
        stage.send(reviewer, reviewer.locator("form[action$='/publish'] button"));
        stage.picture(reviewer, "library");
        stage.pass("PT1M");
        hands.submit(script.again());
        String next = hands.number(stage.customer());
        hands.lookUntil(() -> hands.ticket(next, "local-engineer").locator(".similar a[href='" + lesson + "']"));
    }

    private void theManagerSeesWhatWasKeptAndBroken() {
        Page report = stage.go(stage.staff("manager"), "/report");
        Locator figure = report.locator("td.number a.opens").first();
        String count = figure.textContent().strip();
        stage.send(report, figure);
        assertThat(report.locator("tbody tr")).hasCount(Math.min(50, Integer.parseInt(count)));
    }
}
