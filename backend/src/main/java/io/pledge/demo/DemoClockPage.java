package io.pledge.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.demo.TimeTravel.NoWayThere;

/** The control of the clock that the frames of all pages show in a demonstration, and a page of its own. */
@Controller
@Profile("demo")
class DemoClockPage {
    private static final String HERE = "/demo/clock";

    private final TimeTravel travel;
    private final MessageSource texts;

    DemoClockPage(TimeTravel travel, MessageSource texts) {
        this.travel = travel;
        this.texts = texts;
    }

    @GetMapping(HERE)
    String page() {
        return "demo/time";
    }

    /** @param back the page to return to, a path of this application; the clock's own page where it is anything else */
    @PostMapping(HERE)
    String move(@RequestParam(required = false) @Nullable String advance,
            @RequestParam(required = false) @Nullable String back, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("toast", Map.of("icon", "clock", "words", moved(advance, locale)));
        return "redirect:" + local(back);
    }

    private String moved(@Nullable String advance, Locale locale) {
        try {
            var by = Duration.parse(advance == null ? "" : advance);
            travel.advance(by);
            return texts.getMessage("demo.clock.moved", new Object[]{by.toHours()}, locale);
        } catch (DateTimeException | ArithmeticException _) {
            return texts.getMessage("demo.clock.unclear", null, locale);
        } catch (NoWayThere refusal) {
            return texts.getMessage(String.valueOf(refusal.getMessage()), null, locale);
        }
    }

    private static String local(@Nullable String back) {
        return back != null && back.matches("/([A-Za-z0-9_.~%-][A-Za-z0-9_.~%/-]*)?(\\?[^\\s\\\\]*)?") ? back : HERE;
    }
}
