package io.pledge.web.visit;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.ticket.Ticket;
import io.pledge.visit.Visits;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;

/** The visits of a case, as its page at the desk shows them. */
@Component
public class CaseVisits {
    private final Visits visits;
    private final VisitWords words;

    CaseVisits(Visits visits, VisitWords words) {
        this.visits = visits;
        this.words = words;
    }

    /** Fills the part of the page that {@code visit/case} draws, and the choice of the visit on which somebody arrived. */
    public void fill(Model model, Ticket ticket, Reader reader) {
        List<VisitView> all = words.of(visits.of(ticket.id()), reader);
        model.addAttribute("visits", all);
        model.addAttribute("visitsAhead", all.stream().filter(VisitView::ahead)
                .map(visit -> Option.of(Long.toString(visit.id()), visit.when())).toList().reversed());
    }
}
