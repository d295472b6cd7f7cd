package io.pledge.web.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Followers;
import io.pledge.ticket.Mentions;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Timeline;
import io.pledge.web.canned.CannedTexts;
import io.pledge.web.view.EntryView;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.writing.Writers;
import io.pledge.web.writing.Writing;

/** What the page of a case shows to who writes on it: their drafts, who else writes, what came in between, and whom they can call. */
@Component
class TicketWriting {
    private final Writing writing;
    private final Writers writers;
    private final Exchange exchange;
    private final Timeline timeline;
    private final CannedTexts canned;
    private final Followers followers;
    private final Mentions mentions;

    TicketWriting(Writing writing, Writers writers, Exchange exchange, Timeline timeline,
            CannedTexts canned, Followers followers, Mentions mentions) {
        this.writing = writing;
        this.writers = writers;
        this.exchange = exchange;
        this.timeline = timeline;
        this.canned = canned;
        this.followers = followers;
        this.mentions = mentions;
    }

    /** How far the history goes now; asked before it is read, so that nothing is taken for read that was not. */
    long read(Ticket ticket) {
        return exchange.latest(ticket.id());
    }

    /**
     * @param read the last line of the history when the entries were read, or one before it
     * @param entries the history as the page shows it
     * @param open the form that stays open; empty for none
     */
    void fill(Model model, Ticket ticket, SignedIn me, Reader reader, long read, List<EntryView> entries, String open,
            Typed typed) {
        model.addAttribute("seen", read);
        model.addAttribute("drafts", writing.forms(ticket.id(), me.id(), reader));
        model.addAttribute("writers", writers.words(ticket.id(), me.id(), reader));
        model.addAttribute("newer", 0);
        model.addAttribute("canned", canned.options(ticket, reader));
        model.addAttribute("follows", followers.follows(ticket.id(), me.id()));
        model.addAttribute("callable", mentions.callable(ticket).stream().filter(person -> !person.id().equals(me.id()))
                .map(person -> Option.of("@" + person.username() + " ", person.name())).toList());
        model.addAttribute("news",
                open.isEmpty() || typed.seen() <= 0 ? List.of() : news(ticket, me, entries, typed.seen()));
    }

    /** What others did since the form was opened, as entries of the history. */
    private List<EntryView> news(Ticket ticket, SignedIn me, List<EntryView> entries, long seen) {
        Set<Long> since = new HashSet<>(exchange.since(ticket.id(), seen, me.id()));
        if (since.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        timeline.of(ticket.id()).stream().filter(entry -> since.contains(entry.id()))
                .forEach(entry -> ids.add(TicketEntries.id(entry)));
        return entries.stream().filter(entry -> ids.contains(entry.id()))
                .map(entry -> entry.as("new-" + entry.id())).toList();
    }
}
