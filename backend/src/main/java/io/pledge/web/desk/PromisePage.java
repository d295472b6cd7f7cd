package io.pledge.web.desk;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketNotFound;
import io.pledge.web.explain.ExplainedPromises;
import io.pledge.web.view.Reader;

/** How a promise of a case came to its time, for the staff. */
@Controller
class PromisePage {
    private final Cases cases;
    private final ExplainedPromises explained;
    private final TierSpells spells;

    PromisePage(Cases cases, ExplainedPromises explained, TierSpells spells) {
        this.cases = cases;
        this.explained = explained;
        this.spells = spells;
    }

    @GetMapping("/desk/tickets/{number}/promises/{promise}")
    String page(@PathVariable String number, @PathVariable String promise, @AuthenticationPrincipal SignedIn me,
            Reader reader, Model model) {
        Ticket ticket = cases.find(number, me.scope());
        model.addAttribute("told",
                explained.of(ticket.id(), promise, reader).orElseThrow(() -> new TicketNotFound(number)));
        model.addAttribute("spells", spells.of(ticket.id(), promise, reader));
        model.addAttribute("number", ticket.number().value());
        model.addAttribute("about", ticket.title());
        return "desk/promise";
    }
}
