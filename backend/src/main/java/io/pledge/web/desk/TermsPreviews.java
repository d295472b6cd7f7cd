package io.pledge.web.desk;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pledge.customer.CustomerId;
import io.pledge.customer.Customers;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.sla.PromiseMove;
import io.pledge.sla.PromisePreview;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketNotFound;
import io.pledge.ticket.Verb;
import io.pledge.web.Choices;
import io.pledge.web.view.Reader;

/** What a change of terms would do, shown in its dialog before anybody confirms. Parts of a page, fetched when they are asked for. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class TermsPreviews {
    private static final int FOUND = 8;
    private static final int SHORTEST = 2;

    private final Cases cases;
    private final PromisePreview previews;
    private final Customers customers;
    private final MoveWords words;

    TermsPreviews(Cases cases, PromisePreview previews, Customers customers, MoveWords words) {
        this.cases = cases;
        this.previews = previews;
        this.customers = customers;
        this.words = words;
    }

    @GetMapping("/severity")
    String severity(@PathVariable String number, @RequestParam(defaultValue = "") String severity,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        Ticket ticket = ticket(number, me, Verb.CHANGE_SEVERITY);
        return shown(Choices.of(Severity.class, severity).filter(chosen -> chosen != ticket.severity())
                .map(chosen -> previews.as(chosen, ticket, reader.now())).orElse(null), reader, model);
    }

    @GetMapping("/customer")
    String customer(@PathVariable String number, @RequestParam(defaultValue = "") String customer,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        Ticket ticket = ticket(number, me, Verb.ATTACH_CUSTOMER);
        return shown(Optional.of(customer).filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> customers.find(new CustomerId(Long.parseLong(id)), me.scope()))
                .map(found -> previews.of(found, ticket, reader.now())).orElse(null), reader, model);
    }

    @GetMapping("/anew")
    String anew(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        Ticket ticket = ticket(number, me, Verb.PROMISE_ANEW);
        return shown(previews.anew(ticket, reader.now()), reader, model.addAttribute("same",
                previews.nothingToPromise(ticket)));
    }

    /** Customers by name, key, contract or serial number, as far as this person may see them. */
    @GetMapping("/customers")
    String customers(@PathVariable String number, @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        Ticket ticket = ticket(number, me, Verb.ATTACH_CUSTOMER);
        boolean typed = q.strip().length() >= SHORTEST;
        model.addAttribute("typed", typed);
        model.addAttribute("base", "/desk/tickets/" + ticket.number().value());
        model.addAttribute("customers", typed
                ? words.customers(customers.find(q, me.scope(), FOUND), reader)
                : List.of());
        return "desk/terms :: customers";
    }

    private String shown(@Nullable List<PromiseMove> moves, Reader reader, Model model) {
        model.addAttribute("moves", moves == null ? null : words.of(moves, reader));
        return "desk/terms :: moves";
    }

    /** @throws TicketNotFound where it is not for them to see, or the case does not allow the verb that this is the preview of */
    private Ticket ticket(String number, SignedIn me, Verb verb) {
        Ticket ticket = cases.find(number, me.scope());
        if (!CaseRights.may(me, verb, ticket)) {
            throw new AccessDeniedException(verb + " is not open to " + me.username());
        }
        if (!verb.allowed(ticket)) {
            throw new TicketNotFound(number);
        }
        return ticket;
    }
}
