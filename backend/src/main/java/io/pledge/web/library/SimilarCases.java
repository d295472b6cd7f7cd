package io.pledge.web.library;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.lessons.Lessons;
import io.pledge.lessons.Library;
import io.pledge.lessons.SearchUnavailable;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.TicketState;
import io.pledge.web.view.Reader;

/** Beside a case at the desk: what resembles it, and the lesson that it may become. A part of a page, fetched when that page is there. */
@Controller
class SimilarCases {
    private static final int OF_EACH = 3;

    private final Library library;
    private final Lessons lessons;
    private final Cases cases;
    private final LessonCards cards;

    SimilarCases(Library library, Lessons lessons, Cases cases, LessonCards cards) {
        this.library = library;
        this.lessons = lessons;
        this.cases = cases;
        this.cards = cards;
    }

    @GetMapping("/library/similar")
    ModelAndView similar(@RequestParam String ticket, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var one = cases.find(ticket, me.scope());
        var part = new ModelAndView("library/similar :: similar").addObject("number", one.number().value());
        lessons.of(one.id()).ifPresent(lesson -> part.addObject("own", lesson));
        part.addObject("solved", one.state() == TicketState.RESOLVED || one.state() == TicketState.CLOSED
                || one.state() == TicketState.CLOSED_UNCONFIRMED);
        try {
            return part.addObject("similar", library.similarTo(one.id(), me.scope(), OF_EACH).stream()
                    .map(found -> cards.similar(found, reader)).toList());
        } catch (SearchUnavailable silent) {
            return part.addObject("down", true);
        }
    }
}
