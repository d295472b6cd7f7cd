package io.pledge.story;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Browser;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.PledgeTest.Reset;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.TicketId;

/** Every page over the demonstration's past, as different people see it: no barriers, nothing beside the screen. */
@PledgeTest(profiles = "demo", properties = {"spring.mail.host=false",
        "pledge.demo-stories=true"}, reset = Reset.BEFORE_EACH_CLASS)
class LooksTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/looks");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Participants participants;

    private enum Screen {
        DESK_LIGHT_ENGLISH(1280, ColorScheme.LIGHT, Locale.ENGLISH), PHONE_DARK_CHINESE(390, ColorScheme.DARK,
                Locale.SIMPLIFIED_CHINESE);

        private final int width;
        private final ColorScheme colours;
        private final String language;

        Screen(int width, ColorScheme colours, Locale language) {
            this.width = width;
            this.colours = colours;
            this.language = language.toLanguageTag();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPageFitsTheScreenAndKeepsNobodyOut(Screen screen) {
        var found = new SoftAssertions();
        try (var browser = new Browser()) {
            look(browser, screen, null, customers(), found);
            look(browser, screen, "local-head", desk(), found);
            look(browser, screen, "hq-head", List.of("/incidents/1", "/incidents/1/message", "/incidents/1/resolution",
                    "/desk/tickets/PL-10001/help"), found);
            look(browser, screen, "manager",
                    List.of("/report", "/report/promises", "/report/answers", "/report/budgets",
                            "/report/fixes?figure=DUE", "/report/help?figure=ASKED",
                            "/report/cases?unit=hamburg", "/appraisal/units/hamburg",
                            "/appraisal/people/local-engineer"),
                    found);
            look(browser, screen, "quality", Stream.concat(Stream.of("/quality", "/library"),
                    Stream.concat(each("/quality/PL-%d", "select ticket_id from ruling order by id"),
                            each("/library/%d", "select min(id) from lesson group by state")))
                    .toList(), found);
            look(browser, screen, "admin",
                    List.of("/admin", "/admin/policies", "/admin/policies/trial", "/admin/organisation",
                            "/admin/organisation/new-unit", "/admin/organisation/units/hamburg",
                            "/admin/organisation/new-person", "/admin/organisation/people/local-engineer",
                            "/admin/organisation/people/local-engineer/absences",
                            "/admin/organisation/people/local-engineer/password"),
                    found);
            lookAtATrial(browser, screen, found);
        }
        found.assertAll();
    }

    private List<String> customers() {
        var cases = jdbc.sql("select min(id) from ticket group by state order by 1").query(Long.class).list().stream()
                .map(TicketId::new)
                .map(id -> "/c/" + links.issue(id, participants.submitter(id).id()))
                .flatMap(link -> Stream.of(link, link + "/promises/progress-1"));
        return Stream.concat(Stream.of("/", "/c/new-link", "/c/unknown", "/nowhere", "/sign-in", "/demo/mailbox",
                "/demo/clock"), cases).toList();
    }

    private List<String> desk() {
        return Stream.concat(Stream.of("/desk", "/desk?view=BROKEN", "/desk/new", "/desk/search?q=ups",
                "/desk/confirmations", "/desk/recovery", "/help", "/help/1", "/incidents", "/incidents/1",
                "/incidents/new", "/steps", "/steps?view=all", "/desk/tickets/PL-99999999",
                "/desk/tickets/PL-10001/promises/resolution-1", "/appraisal"),
                Stream.concat(
                        each("/desk/tickets/PL-%d",
                                """
                                                          select min(t.id) from ticket t join service_unit u on u.id = t.unit_id
                                                          where u.path like (select path || '%' from service_unit where key = 'hamburg') group by t.state"""),
                        each("/desk/recovery/%d", "select min(c.id) from recovery_call c where closed_at is null")))
                .toList();
    }

    private Stream<String> each(String page, String ids) {
        return jdbc.sql(ids).query(Long.class).list().stream().map(page::formatted);
    }

    private void look(Browser browser, Screen screen, @Nullable String username, List<String> paths,
            SoftAssertions found) {
        try (var somebody = browser.somebody(screen.width, screen.language, "Europe/Berlin", screen.colours)) {
            Page page = signedIn(somebody, username);
            Set<String> opened = new HashSet<>();
            for (String path : paths) {
                page.navigate(address(path + (path.contains("?") ? "&" : "?") + "lang=" + screen.language));
                look(page, screen, name(screen, username, path), found);
                lookAtDialogs(page, screen, opened, found);
            }
        }
    }

    /** Each dialog of a page once, opened by its button. */
    private static void lookAtDialogs(Page page, Screen screen, Set<String> opened, SoftAssertions found) {
        for (Locator button : page.locator("button[data-dialog]:visible").all()) {
            String dialog = button.getAttribute("data-dialog");
            if (opened.add(dialog)) {
                button.click();
                page.locator("dialog[id='" + dialog + "'][open]").waitFor();
                look(page, screen, name(screen, "dialog", "-" + dialog), found);
                page.keyboard().press("Escape");
                page.locator("dialog[id='" + dialog + "'][open]").waitFor(
                        new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            }
        }
    }

    /** What a form answers with, and the list that its first number opens. */
    private void lookAtATrial(Browser browser, Screen screen, SoftAssertions found) {
        try (var somebody = browser.somebody(screen.width, screen.language, "Europe/Berlin", screen.colours)) {
            Page page = signedIn(somebody, "admin");
            page.navigate(address("/admin/policies/trial?lang=" + screen.language));
            page.fill("#text", page.inputValue("#text").replace("within: PT4H", "within: PT3H"));
            page.selectOption("#period", "90d");
            page.click("#trial .button-primary");
            page.click(".figure .trial-number");
            page.waitForSelector("#list");
            look(page, screen, name(screen, "admin", "/admin/policies/trial/list"), found);
        }
    }

    private static void look(Page page, Screen screen, String name, SoftAssertions found) {
        Browser.picture(page, PICTURES.resolve(name));
        found.assertThat(Browser.barriers(page)).as("barriers of " + name).isEmpty();
        found.assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + name)
                .isEqualTo(screen.width);
    }

    private Page signedIn(BrowserContext somebody, @Nullable String username) {
        Page page = somebody.newPage();
        if (username != null) {
            page.navigate(address("/sign-in"));
            page.fill("#username", username);
            page.fill("#password", "pledge-demo");
            page.click(".sign-in-form button");
            page.waitForURL(url -> !url.contains("/sign-in"));
        }
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static String name(Screen screen, @Nullable String username, String path) {
        return screen.name().toLowerCase(Locale.ROOT) + "/" + username
                + path.replaceAll("(/c/.{4})[A-Za-z0-9_-]{23}", "$1").replaceAll("[^A-Za-z0-9]+", "-") + ".png";
    }
}
