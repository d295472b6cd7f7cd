package io.pledge.web.incident;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.incident.IncidentCases;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Ticket;
import io.pledge.web.desk.CasePart;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;

/** To which wider fault a case belongs, above it. */
@Component
class IncidentOnCase implements CasePart {
    private final IncidentCases cases;

    IncidentOnCase(IncidentCases cases) {
        this.cases = cases;
    }

    @Override
    public void fill(Model model, Ticket ticket, SignedIn me, Reader reader) {
        Optional<Option> incident = cases.incident(ticket.id()).map(one -> Option.of(one.id().value() + "",
                one.id().number() + " " + one.title(reader.locale())));
        model.addAttribute("incident", incident.orElse(null));
        model.addAttribute("mayDeclare",
                incident.isEmpty() && !ticket.state().ended() && IncidentRights.declaresFrom(me, ticket));
    }
}
