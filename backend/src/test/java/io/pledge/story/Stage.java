package io.pledge.story;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.springframework.context.MessageSource;

import io.pledge.testing.Browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Where a story happens: the running application, one language, and the browsers of everybody in it. */
final class Stage implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 860;
    private static final Path PICTURES = Path.of(System.getProperty("pledge.pictures", "backend/target/pictures"));
    private static final String PASSWORD = "pledge-demo";

    private final String address;
    private final Locale language;
    private final MessageSource texts;
    private final Browser browser = new Browser();
    private final Map<String, Page> pages = new HashMap<>();
    private final Set<String> looked;

    Stage(int port, Locale language, MessageSource texts, Set<String> looked) {
        this.address = "http://localhost:" + port;
        this.language = language;
        this.texts = texts;
        this.looked = looked;
    }

    String say(String key, Object... words) {
        return texts.getMessage(key, words, language);
    }

    /** The page of a customer, who has no account. */
    Page customer() {
        return pages.computeIfAbsent("", _ -> open());
    }

    /** The page of somebody of the staff, signed in by the form. */
    Page staff(String username) {
        return pages.computeIfAbsent(username, _ -> {
            Page page = open();
            page.navigate(address + "/sign-in?lang=" + language.toLanguageTag());
            page.fill("#username", username);
            page.fill("#password", PASSWORD);
            page.click(".sign-in-form button");
            page.waitForURL(url -> !url.contains("/sign-in"));
            return page;
        });
    }

    /** Opens an address of the application; it must be there, and without barriers. */
    Page go(Page page, String path) {
        String uri = path.startsWith("http") ? path : address + path;
        String asked = uri + (uri.contains("?") ? "&" : "?") + "lang=" + language.toLanguageTag();
        assertThat(page.navigate(asked).status()).as(path).isEqualTo(200);
        return check(page);
    }

    /** That the page's language is the story's, and once for each kind of page that axe and a phone find nothing. */
    Page check(Page page) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.toLanguageTag());
        String kind = page.url().replaceAll("\\?.*", "").replace(address, "")
                .replaceAll("/(c|s)/[^/]+", "/$1").replaceAll("(PL-)?[0-9]+", "0");
        if (looked.add(kind + (kind.equals("/c") ? page.locator("h1").textContent() : ""))) {
            assertThat(Browser.barriers(page)).as("barriers of " + page.url()).isEmpty();
        }
        if (looked.add(kind + " " + language)) {
            checkOnAPhone(page, kind);
        }
        return page;
    }

    /** Nothing may stand beside the screen of a phone. */
    private void checkOnAPhone(Page page, String kind) {
        page.setViewportSize(PHONE, HEIGHT);
        Browser.picture(page, PICTURES.resolve("phone")
                .resolve(language + kind.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "") + ".png"));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + page.url())
                .isEqualTo(PHONE);
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** Sends a form and waits for what comes back. */
    Page send(Page page, Locator button) {
        page.waitForResponse(answer -> answer.request().isNavigationRequest() && answer.status() / 100 != 3,
                button::click);
        page.waitForLoadState();
        return check(page);
    }

    /** Moves the demonstration's clock; whatever falls due on the way has happened when this returns. */
    void pass(String duration) {
        move("{\"advance\": \"%s\"}".formatted(duration));
    }

    /** Moves the clock to some minutes after a moment. */
    void passJustAfter(Instant moment) {
        move("{\"to\": \"%s\"}".formatted(moment.plusSeconds(7 * 60)));
    }

    private void move(String body) {
        var answer = customer().request().post(address + "/api/v1/demo/clock", RequestOptions.create()
                .setHeader("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(("admin:" + PASSWORD).getBytes(UTF_8)))
                .setHeader("Content-Type", "application/json").setData(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** A picture for the README, taken of the English story only, or of the Chinese one where its name says so. */
    void picture(Page page, String name) {
        boolean wanted = name.endsWith("-zh") == language.getLanguage().equals("zh");
        if (wanted) {
            Browser.picture(page, PICTURES.resolve(name + ".png"));
        }
    }

    private Page open() {
        BrowserContext somebody = browser.somebody(WIDTH, language.toLanguageTag(), "Europe/Berlin");
        return somebody.newPage();
    }

    @Override
    public void close() {
        browser.close();
    }
}
