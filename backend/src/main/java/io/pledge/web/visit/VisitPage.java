package io.pledge.web.visit;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.visit.Agreement;
import io.pledge.visit.Planning;
import io.pledge.visit.Visit;
import io.pledge.visit.Visits;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** One visit at the desk: what was planned and what became of it, and what those who work on its case do to it. */
@Controller
@RequestMapping("/desk/tickets/{number}/visits/{visit:[0-9]{1,18}}")
class VisitPage {
    private static final int LONGEST_REASON = 500;

    private final PlanPages pages;
    private final Cases cases;
    private final Visits visits;
    private final VisitWords words;
    private final Planning planning;
    private final Agreement agreement;
    private final Messages messages;
    private final TimeWords time;

    VisitPage(PlanPages pages, Cases cases, Visits visits, VisitWords words, Planning planning, Agreement agreement,
            Messages messages, TimeWords time) {
        this.pages = pages;
        this.cases = cases;
        this.visits = visits;
        this.words = words;
        this.planning = planning;
        this.agreement = agreement;
        this.messages = messages;
        this.time = time;
    }

    @GetMapping
    String page(@PathVariable String number, @PathVariable long visit, @AuthenticationPrincipal SignedIn me,
            Reader reader, Model model) {
        Ticket ticket = cases.find(number, me.scope());
        Visit one = pages.visit(ticket, visit, me);
        model.addAttribute("ticket", ticket);
        model.addAttribute("visit", words.of(one, reader));
        model.addAttribute("others", visits.of(ticket.id()).stream().filter(other -> !other.id().equals(one.id()))
                .map(other -> words.of(other, reader)).toList());
        model.addAttribute("mayChange", one.state().ahead() && CaseRights.may(me, Verb.ARRIVE, ticket)
                && Verb.ARRIVE.allowed(ticket));
        model.addAttribute("confirmable", one.confirmedAt() == null);
        model.addAttribute("mine", one.isOf(me.id()));
        model.addAttribute("asked", one.askedMessage() == null ? null : messages.message(one.askedMessage()).body());
        model.addAttribute("findings",
                visits.findings(one.id()).stream().map(id -> messages.message(id).body()).toList());
        return "visit/visit";
    }

    /** The customer said yes on the telephone. */
    @PostMapping("/confirm")
    String confirm(@PathVariable String number, @PathVariable long visit, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        Ticket ticket = pages.toPlan(number, me);
        Visit one = pages.visit(ticket, visit, me);
        agreement.confirm(one.id(), new Actor.Staff(me.id()));
        return done(one, "visit.done.confirm", reader, after);
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String number, @PathVariable long visit, @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        Ticket ticket = pages.toPlan(number, me);
        Visit one = pages.visit(ticket, visit, me);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            after.addFlashAttribute("wrong", why.isEmpty()
                    ? time.say("error.required", reader.locale())
                    : time.say("error.tooLong", reader.locale(), LONGEST_REASON));
            after.addFlashAttribute("typed", reason);
            return back(one);
        }
        planning.cancel(one.id(), why, me.id());
        return done(one, "visit.done.cancel", reader, after);
    }

    private String done(Visit visit, String said, Reader reader, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", time.say(said, reader.locale()), null));
        return back(visit);
    }

    private static String back(Visit visit) {
        return "redirect:/desk/tickets/" + visit.ticket().number().value() + "/visits/"
                + visit.id().value();
    }
}
