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

    PromisePage(Cases cases, ExplainedPromises explained) {
        this.cases = cases;
        this.explained = explained;
    }

    @GetMapping("/desk/tickets/{number}/promises/{promise}")
    String page(@PathVariable String number, @PathVariable String promise, @AuthenticationPrincipal SignedIn me,
            Reader reader, Model model) {
        Ticket ticket = cases.find(number, me.scope());
        model.addAttribute("told",
                explained.of(ticket.id(), promise, reader).orElseThrow(() -> new TicketNotFound(number)));
        model.addAttribute("number", ticket.number().value());
        model.addAttribute("about", ticket.title());
        return "desk/promise";
    }
}
