package io.pledge.web.desk;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.organisation.Person;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.sla.Promise;
import io.pledge.sla.Promises;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.web.AwayWords;
import io.pledge.web.communication.Hearers;
import io.pledge.web.steps.StepsPanel;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.visit.CaseVisits;

/** Everything that the page of one case shows. */
@Component
class TicketModel {
    static final String TEMPLATE = "desk/ticket";
    /** The forms that stand on the page, or in a dialog of it, as long as the case allows their verb. */
    private static final Map<String, Verb> FORMS = Map.ofEntries(Map.entry("reply", Verb.REPLY),
            Map.entry("note", Verb.NOTE), Map.entry("call", Verb.REPLY), Map.entry("hold", Verb.HOLD),
            Map.entry("escalate", Verb.ESCALATE), Map.entry("hand-back", Verb.HAND_BACK),
            Map.entry("resolve", Verb.RESOLVE), Map.entry("move", Verb.RESOLVE), Map.entry("arrived", Verb.ARRIVE),
            Map.entry("shipped", Verb.SHIP), Map.entry("reopen", Verb.REOPEN), Map.entry("cancel", Verb.CANCEL),
            Map.entry("severity", Verb.CHANGE_SEVERITY), Map.entry("customer", Verb.ATTACH_CUSTOMER),
            Map.entry("anew", Verb.PROMISE_ANEW), Map.entry("merge", Verb.MERGE), Map.entry("link", Verb.LINK),
            Map.entry("split", Verb.SPLIT));

    private final Promises promises;
    private final Escalations escalations;
    private final Staff staff;
    private final TicketHead head;
    private final TicketSide side;
    private final TicketChain chain;
    private final WhoseTime whose;
    private final TicketEntries entries;
    private final TicketWriting writing;
    private final MergedCases merged;
    private final TicketLinks links;
    private final Hearers hearers;
    private final CaseVisits visits;
    private final NextWords nextWords;
    private final AwayWords away;
    private final List<CasePart> parts;
    private final StepsPanel steps;
    private final MessageSource texts;

    TicketModel(Promises promises, Escalations escalations, Staff staff, TicketHead head, TicketSide side,
            TicketChain chain, WhoseTime whose, TicketEntries entries, TicketWriting writing, MergedCases merged,
            TicketLinks links, Hearers hearers, CaseVisits visits, NextWords nextWords, AwayWords away,
            StepsPanel steps, List<CasePart> parts, MessageSource texts) {
        this.promises = promises;
        this.escalations = escalations;
        this.staff = staff;
        this.head = head;
        this.side = side;
        this.chain = chain;
        this.whose = whose;
        this.entries = entries;
        this.writing = writing;
        this.merged = merged;
        this.links = links;
        this.hearers = hearers;
        this.visits = visits;
        this.nextWords = nextWords;
        this.away = away;
        this.parts = parts;
        this.steps = steps;
        this.texts = texts;
    }

    /**
     * Fills the model of a page.
     *
     * @param open the form that stays open because something in it is wrong; empty for none
     * @param typed what was typed into it
     */
    void fill(Model model, Ticket ticket, SignedIn me, Reader reader, String open, Typed typed) {
        List<Promise> made = promises.of(ticket.id());
        model.addAttribute("ticket", ticket);
        model.addAttribute("number", ticket.number().value());
        model.addAttribute("base", "/desk/tickets/" + ticket.number().value());
        model.addAttribute("head", head.of(ticket, made, reader));
        model.addAttribute("side", side.of(ticket, made, me, reader));
        model.addAttribute("chain", chain.of(ticket, made, reader));
        model.addAttribute("whose", whose.of(ticket, made, reader).orElse(null));
        long read = writing.read(ticket);
        var history = entries.of(ticket, made, reader);
        model.addAttribute("entries", history);
        writing.fill(model, ticket, me, reader, read, history, open, typed);
        model.addAttribute("goesOn", ticket.goesOnAs().equals(ticket.id()) ? null : ticket.goesOnAs().number().value());
        model.addAttribute("merged", merged.in(ticket.id()).stream().map(other -> other.number().value()).toList());
        links.fill(model, ticket, me, reader);
        model.addAttribute("hears", hearers.of(ticket, reader.locale()));
        visits.fill(model, ticket, reader);
        parts.forEach(part -> part.fill(model, ticket, me, reader));
        steps.fill(model, ticket, me, reader);
        var may = may(ticket, me);
        model.addAttribute("may", may);
        model.addAttribute("shown", FORMS.containsKey(open) && may.get(FORMS.get(open).name()));
        model.addAttribute("nextWords", nextWords.options(ticket, reader));
        model.addAttribute("colleagues", colleagues(ticket, reader));
        model.addAttribute("severities", Severity.values());
        model.addAttribute("now_local", nextWords.local(reader));
        model.addAttribute("open", open);
        model.addAttribute("typed", typed.values());
        Map<String, String> wrong = new LinkedHashMap<>();
        typed.wrong().forEach((field, what) -> wrong.put(field, texts.getMessage(what, reader.locale())));
        model.addAttribute("wrong", wrong);
    }

    private Map<String, Boolean> may(Ticket ticket, SignedIn me) {
        Map<Verb, Boolean> may = new EnumMap<>(Verb.class);
        for (Verb verb : Verb.values()) {
            may.put(verb, verb.allowed(ticket) && CaseRights.may(me, verb, ticket));
        }
        may.computeIfPresent(Verb.HAND_BACK, (_, allowed) -> allowed && escalations.canHandBack(ticket));
        may.computeIfPresent(Verb.ESCALATE, (_, allowed) -> allowed && head.hasTierAbove(ticket));
        may.computeIfPresent(Verb.TAKE, (_, allowed) -> allowed && !me.id().equals(ticket.assignee()));
        Map<String, Boolean> byName = new LinkedHashMap<>();
        may.forEach((verb, allowed) -> byName.put(verb.name(), allowed));
        return byName;
    }

    /** Who of the unit that has the case may be given it; who is away stands last, and why. */
    private List<Option> colleagues(Ticket ticket, Reader reader) {
        return staff.inUnit(ticket.unit()).stream()
                .filter(person -> person.roles().contains(Role.ENGINEER) && !person.id().equals(ticket.assignee()))
                .sorted(Comparator.comparing((Person person) -> away.of(person.id(), reader).isPresent())
                        .thenComparing(Person::name))
                .map(person -> Option.of(Long.toString(person.id().value()),
                        away.of(person.id(), reader).map(said -> person.name() + " · " + said)
                                .orElse(person.name())))
                .toList();
    }
}
