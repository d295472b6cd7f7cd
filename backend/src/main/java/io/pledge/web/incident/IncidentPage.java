package io.pledge.web.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.incident.IncidentCases;
import io.pledge.security.SignedIn;
import io.pledge.ticket.TicketNumber;
import io.pledge.web.view.Reader;

/** One major incident. */
@Controller
@RequestMapping("/incidents/{id:[0-9]{1,18}}")
class IncidentPage {
    private static final int FOUND = 10;
    private static final int SHORTEST = 2;

    private final IncidentModel models;
    private final IncidentCases cases;
    private final IncidentWords words;

    IncidentPage(IncidentModel models, IncidentCases cases, IncidentWords words) {
        this.models = models;
        this.cases = cases;
        this.words = words;
    }

    /** @param after the number of the last case of the page before */
    @GetMapping
    ModelAndView page(@PathVariable long id, @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        return models.page(models.require(id), me, reader,
                after == null ? null : TicketNumber.read(after).orElse(null));
    }

    /** How far the letters to all have got, fetched again while one is on its way. */
    @GetMapping("/letters")
    ModelAndView letters(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Reader reader) {
        return models.letters(new ModelAndView("incident/parts :: letters"), models.require(id), me, reader);
    }

    /** Cases that might be counted to it. */
    @GetMapping("/choices")
    ModelAndView choices(@PathVariable long id, @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        models.require(id);
        return new ModelAndView("incident/parts :: choices").addObject("choices", q.strip().length() < SHORTEST
                ? List.of()
                : cases.free(q, me.scope(), FOUND).stream().map(one -> words.line(one, reader)).toList())
                .addObject("asked", q.strip().length() >= SHORTEST);
    }
}
