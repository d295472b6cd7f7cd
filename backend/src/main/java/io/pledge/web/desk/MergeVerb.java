package io.pledge.web.desk;

import java.util.List;
import java.util.Optional;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.sla.PromiseMove;
import io.pledge.sla.PromisePreview;
import io.pledge.ticket.Cases;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Merging;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketNotFound;
import io.pledge.ticket.TicketNumber;
import io.pledge.ticket.Verb;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/**
 * Merging a case into another one of the same matter, with its dialog: the cases to choose from, and what becomes of the promises.
 * Who works on the one and may talk with the customer in the other may merge them.
 */
@Controller
@RequestMapping("/desk/tickets/{number}")
class MergeVerb {
    private static final int FOUND = 8;

    private final Attempts attempts;
    private final Merging merging;
    private final MergedCases merged;
    private final Cases cases;
    private final PromisePreview previews;
    private final MoveWords moves;
    private final TimeWords time;

    MergeVerb(Attempts attempts, Merging merging, MergedCases merged, Cases cases, PromisePreview previews,
            MoveWords moves, TimeWords time) {
        this.attempts = attempts;
        this.merging = merging;
        this.merged = merged;
        this.cases = cases;
        this.previews = previews;
        this.moves = moves;
        this.time = time;
    }

    @PostMapping("/merge")
    String merge(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.MERGE, "merge", (ticket, typed) -> {
            var into = chosen(typed.values().getOrDefault("into", ""), ticket, asked.me());
            if (into.isEmpty()) {
                typed.wrong("into", "desk.error.noCase");
            }
            return () -> merging.merge(ticket.id(), into.orElseThrow().id(), asked.actor(), asked.reader().now());
        });
    }

    /** The cases in which this one might go on. */
    @GetMapping("/merge/choices")
    String choices(@PathVariable String number, @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        Ticket ticket = ticket(number, me);
        model.addAttribute("base", "/desk/tickets/" + ticket.number().value());
        model.addAttribute("cases", merged.choices(ticket, q, me.scope(), FOUND).stream()
                .filter(other -> CaseRights.may(me, Verb.REPLY, other)).map(other -> option(other, reader)).toList());
        return "desk/terms :: cases";
    }

    /** What merging into one of them would do to its promises. */
    @GetMapping("/merge")
    String preview(@PathVariable String number, @RequestParam(defaultValue = "") String into,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        Ticket ticket = ticket(number, me);
        model.addAttribute("moves",
                chosen(into, ticket, me).map(other -> moves.of(moves(ticket, other, reader), reader)).orElse(null));
        return "desk/terms :: moves";
    }

    private List<PromiseMove> moves(Ticket ticket, Ticket other, Reader reader) {
        return previews.merged(ticket, other, reader.now());
    }

    /** A case that was chosen from the list, or whose number was typed; only one that would be in the list. */
    private Optional<Ticket> chosen(String typed, Ticket ticket, SignedIn me) {
        return TicketNumber.read(typed).flatMap(id -> merged.choices(ticket, id.number().value(), me.scope(), FOUND)
                .stream().filter(other -> other.id().equals(id) && CaseRights.may(me, Verb.REPLY, other)).findFirst());
    }

    private Option option(Ticket other, Reader reader) {
        var parts = new Object[]{time.say("kind." + other.kind(), reader.locale()),
                time.say("severity." + other.severity(), reader.locale()),
                time.momentInSentence(other.submittedAt(), reader)};
        return new Option(other.number().value(), other.title(), time.say("desk.merge.about", reader.locale(), parts),
                null, null, false);
    }

    /** @throws TicketNotFound where it is not for them to see, or the case cannot be merged now */
    private Ticket ticket(String number, SignedIn me) {
        Ticket ticket = cases.find(number, me.scope());
        if (!CaseRights.may(me, Verb.MERGE, ticket)) {
            throw new AccessDeniedException("merging is not open to " + me.username());
        }
        if (!Verb.MERGE.allowed(ticket)) {
            throw new TicketNotFound(number);
        }
        return ticket;
    }
}
