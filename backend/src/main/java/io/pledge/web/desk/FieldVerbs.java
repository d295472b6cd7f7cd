package io.pledge.web.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.pledge.ticket.FieldWork;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.visit.Deed;
import io.pledge.visit.OnSite;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitId;
import io.pledge.visit.Visits;

/** What happened away from the desk, told when it is known: an engineer arrived on site, a part was shipped. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class FieldVerbs {
    private final Attempts attempts;
    private final FieldWork fieldWork;
    private final OnSite onSite;
    private final Visits visits;

    FieldVerbs(Attempts attempts, FieldWork fieldWork, OnSite onSite, Visits visits) {
        this.attempts = attempts;
        this.fieldWork = fieldWork;
        this.onSite = onSite;
        this.visits = visits;
    }

    @PostMapping("/arrived")
    String arrived(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.ARRIVE, "arrived", (ticket, typed) -> {
            var at = moment(ticket, typed, asked);
            String note = typed.optional("note");
            var deed = new Deed(UUID.randomUUID(), asked.me().id(), at);
            var visit = visit(ticket, typed);
            return () -> visit.ifPresentOrElse(planned -> onSite.arrived(planned, note, deed),
                    () -> onSite.arrivedUnplanned(ticket.id(), note, deed));
        });
    }

    /** The planned visit that begins with it; none where somebody came without a plan. */
    private Optional<VisitId> visit(Ticket ticket, Typed typed) {
        if (typed.optional("visit") == null) {
            return Optional.empty();
        }
        var found = typed.id("visit").flatMap(id -> visits.of(ticket.id()).stream().map(Visit::id)
                .filter(one -> one.value() == id).findFirst());
        if (found.isEmpty()) {
            typed.wrong("visit", "desk.error.needed");
        }
        return found;
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
