package io.pledge.web.organisation;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.pledge.organisation.Units;
import io.pledge.testing.Browser;
import io.pledge.testing.OwnConfig;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator changes a unit, then its file says otherwise: a real browser, over a folder of its own. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class OrganisationInBrowserTests {
    private static final Path PICTURES = Path.of("backend/target/pictures/organisation");

    @TempDir
    private static Path folder;
    @LocalServerPort
    private int port;
    @Autowired
    private Units units;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) {
        properties.add("pledge.config-dir", folder::toString);
        OwnConfig.copyInto(folder);
    }

    @BeforeEach
    void asAtTheStart() {
        OwnConfig.copyInto(folder);
    }

    @ParameterizedTest
    @CsvSource({"1280, en, LIGHT", "390, zh-CN, DARK"})
    void aConflictIsSeenAndSettledAndTheFileTakenOver(int width, String language, ColorScheme colours) {
        try (var browser = new Browser();
                var somebody = browser.somebody(width, language, "Europe/Berlin", colours)) {
            var page = signedIn(somebody.newPage(), language);
            rename(page, "Hamburg city");
            assertThat(page.textContent("#unit-hamburg")).contains("Hamburg city");

            OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office", "name: Hamburg harbour");
            OwnConfig.edit(folder, "organisation.yml", "name: Warsaw office",
                    "name: Warsaw centre\n    products: [UPS-900]");
            page.reload();
            assertThat(page.textContent("#clashes")).contains("Hamburg city", "Hamburg harbour");
            assertThat(page.locator("#file .button-primary").count()).isZero();
            look(page, width, "conflict-" + width);

            rename(page, "Hamburg harbour");
            assertThat(page.textContent("#lines")).contains("Warsaw office", "Warsaw centre", "UPS-900");
            look(page, width, "difference-" + width);
            page.click("#file .button-primary");
            page.waitForSelector(".toast");

            assertThat(page.locator("#lines").count()).isZero();
            assertThat(page.textContent("#unit-warsaw")).contains("Warsaw centre", "UPS-900");
            assertThat(units.byKey("hamburg").orElseThrow().name()).isEqualTo("Hamburg harbour");
        }
    }

    private void rename(Page page, String name) {
        page.click("a[href='/admin/organisation/units/hamburg']");
        page.fill("#name", name);
        page.click("form.library-form .button-primary");
        page.waitForSelector(".toast");
    }

    private Page signedIn(Page page, String language) {
        page.navigate(address("/sign-in?lang=" + language));
        page.fill("#username", "admin");
        page.fill("#password", "pledge-demo");
        page.click(".sign-in-form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(address("/admin/organisation"));
        return page;
    }

    private static void look(Page page, int width, String name) {
        Browser.picture(page, PICTURES.resolve(name + ".png"));
        assertThat(Browser.barriers(page)).as("barriers of " + name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + name).isEqualTo(width);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
