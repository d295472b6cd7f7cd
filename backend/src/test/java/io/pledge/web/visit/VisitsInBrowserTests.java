package io.pledge.web.visit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import io.pledge.organisation.Staff;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.Promising;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Browser;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitScene;
import io.pledge.visit.VisitState;

import static org.assertj.core.api.Assertions.assertThat;

/** A phone that loses its connection on the way: what is done on it is kept, and sent once when there is one again. */
@PledgeTest
class VisitsInBrowserTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/visits");
    private static final String PASSWORD = "pledge-demo";

    @LocalServerPort
    private int port;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Promising promising;
    @Autowired
    private Promises promises;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Staff staff;
    @Autowired
    private PasswordEncoder passwords;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private BeanFactory beans;
    private VisitScene scene;
    private VisitId id;
    private Instant start;
    private Browser browser;
    private BrowserContext phone;
    private Page page;

    /** Thursday 07:00 in Hamburg and Warsaw. */
    @BeforeEach
    void aPhoneWithTodaysVisit() {
        start = clock.instant();
        scene = new VisitScene(beans, casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", null));
        promising.promise(scene.ticket(), PromiseKind.ON_SITE, start.plus(Duration.ofHours(1)),
                casebook.actor("local-engineer"));
        id = scene.planned("local-engineer", scene.in(Duration.ofMinutes(30)));
        staff.setPassword(casebook.person("local-engineer"), passwords.encode(PASSWORD));
        staff.setPassword(casebook.person("hamburg-engineer-2"), passwords.encode(PASSWORD));
        browser = new Browser();
        phone = browser.somebody(390, "en", "Europe/Berlin");
        page = phone.newPage();
        signIn("local-engineer");
        page.navigate(address("/visits"));
        page.waitForSelector("html[data-visits-kept]");
        page.click(".visit-link");
        page.waitForURL(url -> url.endsWith("/visits/" + id.value()));
        page.waitForSelector("html[data-visits-kept]");
    }

    @AfterEach
    void switchOff() {
        phone.close();
        browser.close();
    }

    @Test
    void whatIsDoneWithoutAConnectionIsSentOnceAndCountsByWhenItHappened() {
        phone.setOffline(true);
        page.reload();
        assertThat(page.textContent("h1")).contains("today, Thursday 19 November, 07:30 to 09:30, Warsaw time");
        checkIn();
        page.waitForSelector("[data-visit-entries] li");
        assertThat(page.textContent("[data-visit-entries]"))
                .contains("Waiting for a connection: Check in 07:00 will be sent");
        assertThat(page.isHidden("form[data-deed='Check in']")).isTrue();
        page.fill("#found", "The fan is dusty.");
        page.click("form[data-deed='Note'] button");
        page.fill("#name", "Marek <script>alert(1)</script>");
        page.click("form[data-deed='Check out'] button");
        page.waitForSelector("[data-visit-entries] li:nth-child(3)");
        page.reload();
        assertThat(page.locator("[data-visit-entries] li").count()).isEqualTo(3);
        look("waiting");
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.PROPOSED);

        clock.advance(Duration.ofHours(2));
        for (int due = watch.sweep(clock.instant()); due > 0; due = watch.sweep(clock.instant())) {
            assertThat(onSite().state()).isEqualTo(PromiseState.BROKEN);
        }
        phone.setOffline(false);

        page.waitForSelector(".visit-was:has-text('confirmed by Marek <script>')");
        assertThat(page.isHidden("[data-visit-queue]")).isTrue();
        look("sent");
        assertThat(scene.visit(id)).satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(VisitState.DONE);
            assertThat(visit.arrivedAt()).isBetween(start, start.plus(Duration.ofMinutes(2)));
        });
        assertThat(onSite()).satisfies(promise -> {
            assertThat(promise.state()).isEqualTo(PromiseState.KEPT);
            assertThat(promise.outcomeAt()).isEqualTo(scene.visit(id).arrivedAt());
        });
        assertThat(count("arrival")).isEqualTo(1);
        assertThat(count("visit_finding")).isEqualTo(1);
        assertThat(count("visit_deed")).isEqualTo(3);
    }

    @Test
    void withAConnectionADeedIsSentAtOnce() {
        page.click("form[data-deed='I am on my way'] button");
        page.waitForSelector(".visit-was:has-text('On the way since')");
        checkIn();
        page.waitForSelector(".visit-was:has-text('Arrived')");
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.ON_SITE);
        look("on-site");
    }

    @Test
    void whatIsRefusedIsShownAndNotLost() {
        phone.setOffline(true);
        checkIn();
        page.waitForSelector("[data-visit-entries] li");
        scene.planning().cancel(id, "No part.", casebook.person("local-head"));
        phone.setOffline(false);

        page.waitForSelector("[data-visit-entries]:has-text('Not taken: Check in')");
        assertThat(page.textContent("[data-visit-entries]")).contains("This visit was called off meanwhile.");
        page.reload();
        page.waitForSelector("[data-visit-entries]:has-text('Not taken: Check in')");
        look("refused");
        page.click("[data-visit-drop]");
        page.waitForSelector("[data-visit-queue]", new Page.WaitForSelectorOptions()
                .setState(WaitForSelectorState.HIDDEN));
        assertThat(count("arrival")).isZero();
    }

    @Test
    void whoIsSignedOutIsAskedToSignInAndNothingIsLost() {
        phone.clearCookies();
        checkIn();
        page.waitForSelector("[data-visit-why]:has-text('You are signed out.')");
        look("signed-out");

        assertThat(count("arrival")).isZero();
        assertThat(page.textContent("[data-visit-entries]")).contains("Check in 07:00 will be sent");

        signIn("hamburg-engineer-2");
        openVisits();
        assertThat(count("arrival")).isZero();
        phone.clearCookies();
        signIn("local-engineer");
        openVisits();
        page.waitForSelector(".visit-rows .badge:has-text('on site')");
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.ON_SITE);
    }

    private void openVisits() {
        page.navigate(address("/visits"));
        try {
            page.waitForSelector("h1:has-text('My visits')");
        } catch (TimeoutError lost) {
            throw new AssertionError("instead of the visits: " + page.url() + " " + page.innerText("body"), lost);
        }
    }

    private void checkIn() {
        page.click("form[data-deed='Check in'] button");
    }

    private void signIn(String username) {
        page.navigate(address("/sign-in?lang=en"));
        page.fill("#username", username);
        page.fill("#password", PASSWORD);
        page.click(".sign-in-form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private Promise onSite() {
        return promises.of(scene.ticket()).stream().filter(promise -> promise.kind() == PromiseKind.ON_SITE)
                .findFirst().orElseThrow();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void look(String name) {
        Browser.picture(page, PICTURES.resolve(name + ".png"));
        assertThat(Browser.barriers(page)).as("barriers of " + name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + name).isEqualTo(390);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
