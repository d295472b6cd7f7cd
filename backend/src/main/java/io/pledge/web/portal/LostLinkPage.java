package io.pledge.web.portal;

import java.time.Clock;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.notifier.LostLinks;
import io.pledge.web.Frames;
import io.pledge.web.view.Toast;

/** Sends another private link to whoever lost theirs, without saying whether there is such a case. */
@Controller
@ControllerAdvice(basePackageClasses = LostLinkPage.class)
class LostLinkPage {
    private final LostLinks lost;
    private final Frames frames;
    private final MessageSource texts;
    private final Clock clock;

    LostLinkPage(LostLinks lost, Frames frames, MessageSource texts, Clock clock) {
        this.lost = lost;
        this.frames = frames;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/c/new-link")
    String ask(Model model) {
        model.addAttribute("unknown", false);
        return "portal/new-link";
    }

    @PostMapping("/c/new-link")
    String send(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String email,
            Locale locale, RedirectAttributes after) {
        lost.send(number.strip(), email.strip());
        after.addFlashAttribute("toast",
                new Toast("mail", texts.getMessage("portal.newLink.done", null, locale), null));
        return "redirect:/c/new-link";
    }

    /** A link that opens nothing leads here. */
    @ExceptionHandler(UnknownLink.class)
    ModelAndView unknown(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return new ModelAndView("portal/new-link").addObject("unknown", true)
                .addObject("frame", frames.portal(request, locale)).addObject("now", clock.instant());
    }
}
