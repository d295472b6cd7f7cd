package io.pledge.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.pledge.security.SignedIn;

/** What every page needs: the moment, and what surrounds it. The desk brings a frame of its own. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {
    private static final List<String> MANAGERS = List.of("/report", "/quality", "/appraisal", "/library", "/admin",
            "/desk", "/visits");

    private final Clock clock;
    private final Frames frames;

    PageModel(Clock clock, Frames frames) {
        this.clock = clock;
        this.frames = frames;
    }

    @ModelAttribute("now")
    Instant now() {
        return clock.instant();
    }

    @ModelAttribute("frame")
    Object frame(@AuthenticationPrincipal @Nullable SignedIn person, HttpServletRequest request, Locale locale) {
        return person != null && MANAGERS.stream().anyMatch(request.getRequestURI()::startsWith)
                ? frames.manager(person, request, locale)
                : frames.portal(request, locale);
    }
}
