package io.pledge.security;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pledge.testing.Browser;
import io.pledge.testing.PledgeTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The door as a person meets it, in a real browser. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class SignInPageTests {
    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, en, Sign in", "1280, zh-CN, 登录", "390, en, Sign in", "390, zh-CN, 登录"})
    void thePageHasNoBarriersOnAnyScreenInEitherLanguage(int width, String language, String title) {
        try (var somebody = browser.somebody(width, language, "Europe/Berlin")) {
            var page = signInPage(somebody);
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(Browser.barriers(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as("nothing to scroll sideways")
                    .isEqualTo(width);
        }
    }

    @Test
    void somebodyOfTheCastIsChosenAndGetsIn() {
        try (var somebody = browser.somebody(1280, "en", "Europe/Berlin")) {
            var page = signInPage(somebody);
            page.locator(".sign-in-cast a", new Page.LocatorOptions().setHasText("local-engineer")).click();
            page.locator(".sign-in-form button").click();
            page.waitForURL(address("/desk"));
        }
    }

    private Page signInPage(BrowserContext somebody) {
        var page = somebody.newPage();
        page.navigate(address("/sign-in"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
