package io.pledge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;

/** A real Chromium, the one on the path, driven without a window. Close it after use. */
public final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser() {
        playwright = Playwright.create();
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setHeadless(true)
                .setExecutablePath(executable()).setArgs(FLAGS));
    }

    /** Somebody with cookies of their own, at a screen of this width, who reads this language in this zone. */
    public BrowserContext somebody(int width, String language, String zone) {
        return somebody(width, language, zone, ColorScheme.LIGHT);
    }

    /** Somebody whose screen is light or dark. */
    public BrowserContext somebody(int width, String language, String zone, ColorScheme colours) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 860).setLocale(language).setTimezoneId(zone).setColorScheme(colours)
                // so that nothing is looked at while it fades in
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** What axe finds wrong with the page for people who do not see, hear or click as others do; empty where nothing. */
    public static String barriers(Page page) {
        return new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                .map(found -> found.getId() + ": " + found.getHelp() + found.getNodes().stream().limit(3)
                        .map(node -> "\n    " + node.getHtml()).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** A picture of what the screen shows; nothing moves in it. */
    public static void picture(Page page, Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(
                ScreenshotAnimations.DISABLED));
    }

    private static Path executable() {
        return Stream.of(System.getenv("PATH").split(":")).flatMap(folder -> Stream.of("chromium", "chromium-browser",
                "google-chrome").map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no chromium on the path; .ci/run installs it on Debian"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
