package io.pledge.web.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.pledge.ticket.FieldWork;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;

/** What happened away from the desk, told when it is known: an engineer arrived on site, a part was shipped. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class FieldVerbs {
    private final Attempts attempts;
    private final FieldWork fieldWork;

    FieldVerbs(Attempts attempts, FieldWork fieldWork) {
        this.attempts = attempts;
        this.fieldWork = fieldWork;
    }

    @PostMapping("/arrived")
    String arrived(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.ARRIVE, "arrived", (ticket, typed) -> {
            var at = moment(ticket, typed, asked);
            String note = typed.optional("note");
            return () -> fieldWork.arrived(ticket.id(), note, asked.actor(), at);
        });
    }

    @PostMapping("/shipped")
    String shipped(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.SHIP, "shipped", (ticket, typed) -> {
            var at = moment(ticket, typed, asked);
            String what = typed.text("what");
            String tracking = typed.optional("tracking");
            return () -> fieldWork.shipped(ticket.id(), what, tracking, asked.actor(), at);
        });
    }

    /** A form knows whole minutes: the one in which the case came in is not before it. */
    private static Instant moment(Ticket ticket, Typed typed, Asked asked) {
        var at = typed.moment("at", asked.reader().zone(), asked.reader().now());
        var submitted = ticket.submittedAt();
        if (at.isBefore(submitted.truncatedTo(ChronoUnit.MINUTES))) {
            typed.wrong("at", "refused.beforeSubmission");
        }
        return at.isBefore(submitted) ? submitted : at;
    }
}
