package io.pledge.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Author;
import io.pledge.ticket.Cases;
import io.pledge.ticket.LinkKind;
import io.pledge.ticket.Links;
import io.pledge.ticket.Message;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.Via;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The cases that one case has to do with, those only that its reader may see; and what is needed to split a part off. */
@Component
class TicketLinks {
    private static final int GLIMPSE = 60;

    private final Links links;
    private final Cases cases;
    private final Messages messages;
    private final TimeWords time;

    TicketLinks(Links links, Cases cases, Messages messages, TimeWords time) {
        this.links = links;
        this.cases = cases;
        this.messages = messages;
        this.time = time;
    }

    void fill(Model model, Ticket ticket, SignedIn me, Reader reader) {
        var all = messages.of(ticket.id());
        var told = all.stream().filter(message -> message.author() == Author.CUSTOMER).toList();
        model.addAttribute("links", of(ticket, me, reader));
        model.addAttribute("told", told.stream().map(message -> glimpse(message, reader)).toList());
        model.addAttribute("agreements",
                all.reversed().stream().filter(message -> message.author() == Author.CUSTOMER || isCall(message))
                        .map(message -> glimpse(message, reader)).toList());
        model.addAttribute("toldFirst", told.stream().findFirst().map(Message::body).orElse(""));
        model.addAttribute("kinds", TicketKind.values());
        model.addAttribute("partKey", UUID.randomUUID().toString());
    }

    private List<LinkView> of(Ticket ticket, SignedIn me, Reader reader) {
        var found = links.of(ticket.id());
        Map<TicketId, Ticket> others = cases.require(found.stream().map(Links.Link::other).toList());
        return found.stream().filter(link -> sees(me, Objects.requireNonNull(others.get(link.other()))))
                .map(link -> view(link, Objects.requireNonNull(others.get(link.other())), reader)).toList();
    }

    private LinkView view(Links.Link link, Ticket other, Reader reader) {
        String kind = link.kind() == LinkKind.RELATED || link.here() ? link.kind().name() : link.kind() + ".back";
        return new LinkView(other.number().value(), other.title(),
                time.say("desk.link.about", reader.locale(), time.say("desk.link.kind." + kind, reader.locale()),
                        time.say("state." + other.state(), reader.locale())),
                link.kind().name(), link.kind() != LinkKind.SPLIT_FROM);
    }

    /** When the customer told something, and how it began. */
    private Option glimpse(Message message, Reader reader) {
        String text = message.body().strip().replaceAll("\\s+", " ");
        String begun = text.codePointCount(0, text.length()) <= GLIMPSE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, GLIMPSE)) + "…";
        String key = isCall(message) ? "desk.move.call.at" : "desk.split.told.at";
        return Option.of(Long.toString(message.id()), time.say(key, reader.locale(),
                time.moment(message.at().occurredAt(), reader), begun));
    }

    private static boolean isCall(Message message) {
        return message.via() == Via.CALL && !message.internal();
    }

    private static boolean sees(SignedIn me, Ticket other) {
        return me.scope().sees(other.involvedPaths(), other.accountManager());
    }

    /**
     * Another case as the page of one shows it.
     *
     * @param about how it has to do with this one, and how it stands
     * @param kind for the form that takes the link back
     */
    record LinkView(String number, String title, String about, String kind, boolean removable) {}
}
