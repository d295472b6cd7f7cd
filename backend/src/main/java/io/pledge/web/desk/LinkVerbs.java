package io.pledge.web.desk;

import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.pledge.ticket.Cases;
import io.pledge.ticket.LinkKind;
import io.pledge.ticket.Links;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Splitting;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketNotFound;
import io.pledge.ticket.Verb;

/** Links a case with another one that its reader sees too, and splits a part off. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class LinkVerbs {
    private static final int LONGEST_KEY = 60;

    private final Attempts attempts;
    private final Links links;
    private final Splitting splitting;
    private final Cases cases;

    LinkVerbs(Attempts attempts, Links links, Splitting splitting, Cases cases) {
        this.attempts = attempts;
        this.links = links;
        this.splitting = splitting;
        this.cases = cases;
    }

    @PostMapping("/link")
    String link(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.LINK, "link", (ticket, typed) -> {
            var other = other(asked, typed);
            var kind = typed.choice("kind", LinkKind.class);
            if (kind.filter(LinkKind.SPLIT_FROM::equals).isPresent()) {
                typed.wrong("kind", "desk.error.needed");
            }
            return () -> links.link(ticket.id(), other.orElseThrow().id(), kind.orElseThrow(), asked.actor(),
                    asked.reader().now());
        });
    }

    @PostMapping("/unlink")
    String unlink(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.LINK, "unlink", (ticket, typed) -> {
            var other = other(asked, typed);
            var kind = typed.choice("kind", LinkKind.class);
            return () -> links.unlink(ticket.id(), other.orElseThrow().id(), kind.orElseThrow(), asked.actor(),
                    asked.reader().now());
        });
    }

    @PostMapping("/split")
    String split(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.SPLIT, "split", (ticket, typed) -> {
            boolean found = "found".equals(typed.values().get("told"));
            var message = found ? Optional.<Long>empty() : typed.id("told");
            String text = typed.text("part");
            var kind = typed.choice("kind", TicketKind.class);
            var severity = typed.choice("severity", Severity.class);
            String key = typed.values().getOrDefault("key", "");
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                typed.wrong(Attempts.WHOLE, "desk.error.changed");
            }
            return () -> splitting.split(ticket.id(),
                    new Splitting.Part("split:" + ticket.id().value() + ":" + key, message.orElse(null), text,
                            kind.orElseThrow(), severity.orElseThrow()),
                    asked.actor());
        });
    }

    /** The case whose number was typed, where the reader sees it. */
    private Optional<Ticket> other(Asked asked, Typed typed) {
        try {
            return Optional.of(cases.find(typed.values().getOrDefault("other", "").strip(), asked.me().scope()));
        } catch (TicketNotFound _) {
            typed.wrong("other", "desk.error.noSuchCase");
            return Optional.empty();
        }
    }
}
