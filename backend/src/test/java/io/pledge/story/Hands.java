package io.pledge.story;

import java.util.function.Supplier;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** What people of the story do more than once, each with the page it needs. */
record Hands(Stage stage, Script script) {
    private static final int MOST_LOOKS = 15;
    private static final double LOOK = 2000;

    /** Submits a fault as the customer; the address of its page. */
    String submit(String text) {
        Page page = stage.go(stage.customer(), "/");
        fill(page, "FAULT", "MAJOR", text);
        return sent(page);
    }

    /** Fills in the form of the portal. */
    void fill(Page page, String kind, String severity, String text) {
        page.locator("input[name=kind][value=" + kind + "]").check(new Locator.CheckOptions().setForce(true));
        page.locator("input[name=severity][value=" + severity + "]").check(new Locator.CheckOptions().setForce(true));
        page.fill("#text", text);
        page.selectOption("#product", "UPS-900");
        page.fill("#serial", script.serial());
        page.fill("#place", "OP 2");
        page.fill("#name", script.name());
        page.fill("#address", script.address());
    }

    /** Sends the form of the portal; the address of the case without its question. */
    String sent(Page page) {
        stage.send(page, page.locator(".submit-send-wide button"));
        return page.url().replaceAll("\\?.*", "");
    }

    /** The number that a page of the portal shows. */
    String number(Page page) {
        return page.locator(".portal-case").textContent().strip().split("\\s")[0];
    }

    /** A case at the desk of somebody. */
    Page ticket(String number, String who) {
        return stage.go(stage.staff(who), "/desk/tickets/" + number);
    }

    /** Opens a page again and again until something stands on it, for what comes about in the background. */
    void lookUntil(Supplier<Locator> page) {
        for (int look = 1; look < MOST_LOOKS; look++) {
            try {
                page.get().waitFor(new Locator.WaitForOptions().setTimeout(LOOK));
                return;
            } catch (TimeoutError _) {
                // not yet
            }
        }
        page.get().waitFor();
    }

    /** Resolves a case with cause, remedy and prevention; takes it before where nobody has. */
    void resolve(String number, String who) {
        Page desk = ticket(number, who);
        if (desk.locator("form[action$='/take'] button").count() > 0) {
            desk = stage.send(desk, desk.locator("form[action$='/take'] button"));
        }
        desk.click("[data-dialog=resolve]");
        desk.fill("#resolve-cause", script.cause());
        desk.fill("#resolve-remedy", script.remedy());
        desk.fill("#resolve-prevention", script.prevention());
        desk.fill("#resolve-message", script.solved());
        stage.send(desk, desk.locator("#resolve .button-primary"));
    }

    /** Opens the dialog of a verb, writes why and sends it. */
    void dialog(Page page, String verb, String field, String words) {
        page.click("[data-dialog=" + verb + "]");
        page.fill("#" + verb + "-" + field, words);
        stage.send(page, page.locator("#" + verb + " .button-primary"));
    }
}
