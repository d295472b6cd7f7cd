package io.pledge.web.desk;

import java.nio.file.Path;

import com.microsoft.playwright.Page;

import io.pledge.testing.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests of the desk's dialogs do in a browser.
 *
 * @param port where the application listens
 * @param pictures where it puts what it looked at
 */
record DeskInBrowser(int port, Path pictures) {

    /** Signs the head of a local office in. */
    Page signedIn(Page page, String language) {
        return signedIn(page, language, "local-head");
    }

    /** Signs somebody of the cast in. */
    Page signedIn(Page page, String language, String username) {
        page.navigate(address("/sign-in?lang=" + language));
        page.fill("#username", username);
        page.fill("#password", "pledge-demo");
        page.click(".sign-in-form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    void open(Page page, String dialog) {
        page.click("button[data-dialog='" + dialog + "']");
        page.waitForSelector("dialog#" + dialog + "[open]");
    }

    /** Takes a picture of what must have no barriers and be no wider than the screen. */
    void look(Page page, int width, String name) {
        Browser.picture(page, pictures.resolve(name + ".png"));
        assertThat(Browser.barriers(page)).as("barriers of " + name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + name).isEqualTo(width);
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }
}
