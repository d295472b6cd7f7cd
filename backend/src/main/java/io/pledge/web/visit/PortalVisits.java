package io.pledge.web.visit;

import java.util.Comparator;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitState;
import io.pledge.visit.Visits;
import io.pledge.web.view.Reader;

/** The visits that are to come, as their customer reads them. */
@Component
public class PortalVisits {
    private final Visits visits;
    private final VisitWords words;

    PortalVisits(Visits visits, VisitWords words) {
        this.visits = visits;
        this.words = words;
    }

    /** Fills the part of the customer's page that {@code visit/portal} draws. */
    public void fill(Model model, TicketId ticket, Reader reader) {
        model.addAttribute("visits", visits.of(ticket).stream().filter(visit -> visit.state().ahead())
                .sorted(Comparator.comparing(Visit::begins)).map(visit -> coming(visit, reader)).toList());
    }

    private Coming coming(Visit visit, Reader reader) {
        PersonId engineer = visit.engineer();
        return new Coming(visit.id().value(), words.when(visit, reader), engineer == null ? "" : words.name(engineer),
                Objects.requireNonNullElse(visit.place(), ""), Objects.requireNonNullElse(visit.purpose(), ""),
                visit.state() == VisitState.CONFIRMED, visit.askedMessage() != null);
    }

    /** @param asked whether the customer has asked for another time, and nobody has answered yet */
    record Coming(long id, String when, String engineer, String place, String purpose, boolean confirmed,
            boolean asked) {}
}
