package io.pledge.web.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.incident.Broadcasts;
import io.pledge.incident.Incident;
import io.pledge.incident.IncidentCases;
import io.pledge.incident.IncidentId;
import io.pledge.incident.IncidentLists;
import io.pledge.incident.Incidents;
import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.ticket.TicketId;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;

/** What the page of an incident shows: of single cases those that its reader sees. */
@Component
class IncidentModel {
    private static final int PAGE = 100;
    private static final int SUGGESTED = 8;

    private final IncidentLists lists;
    private final IncidentCases cases;
    private final Incidents incidents;
    private final Broadcasts broadcasts;
    private final IncidentRights rights;
    private final IncidentWords words;
    private final Staff staff;

    IncidentModel(IncidentLists lists, IncidentCases cases, Incidents incidents, Broadcasts broadcasts,
            IncidentRights rights, IncidentWords words, Staff staff) {
        this.lists = lists;
        this.cases = cases;
        this.incidents = incidents;
        this.broadcasts = broadcasts;
        this.rights = rights;
        this.words = words;
        this.staff = staff;
    }

    Incident require(long id) {
        return lists.find(new IncidentId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param after the last case of the page before; null for the first */
    ModelAndView page(Incident incident, SignedIn me, Reader reader,
            @Nullable TicketId after) {
        var found = cases.page(incident.id(), me.scope(), after, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        boolean attaches = incident.open() && IncidentRights.attaches(me);
        var view = words.view(incident, reader);
        var page = new ModelAndView("incident/incident").addObject("incident", view)
                .addObject("commands", incident.open() && rights.commands(me, incident))
                .addObject("attaches", attaches).addObject("cases",
                        shown.stream().map(one -> words.line(one, reader)).toList())
                .addObject("unseen", view.counts().cases() - cases.seen(incident.id(), me.scope()))
                .addObject("suggested", attaches
                        ? cases.suggested(incident, me.scope(), SUGGESTED).stream()
                                .map(one -> words.line(one, reader)).toList()
                        : List.of())
                .addObject("history", lists.history(incident.id()).stream().map(one -> words.entry(one, reader))
                        .toList())
                .addObject("leads", staff.all().stream()
                        .filter(person -> incidents.canLead(person.id(), incident.unit()))
                        .map(person -> Option.of(person.username(), person.name())).toList())
                .addObject("typed", "").addObject("wrong", "");
        letters(page, incident, me, reader);
        return found.size() > PAGE ? page.addObject("more", shown.getLast().id().number().value()) : page;
    }

    /** How far the letters to all have got. */
    ModelAndView letters(ModelAndView page, Incident incident, SignedIn me, Reader reader) {
        var missed = broadcasts.missed(incident.id(), me.scope());
        var letters = broadcasts.of(incident.id()).stream().map(sent -> words.letter(sent, missed, reader)).toList();
        return page.addObject("letters", letters).addObject("base", "/incidents/" + incident.id().value())
                .addObject("waits", letters.stream().anyMatch(IncidentWords.LetterLine::waits));
    }
}
