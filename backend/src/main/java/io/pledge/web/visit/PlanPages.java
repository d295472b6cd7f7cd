package io.pledge.web.visit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Units;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.visit.Places;
import io.pledge.visit.Travellers;
import io.pledge.visit.Travellers.Obstacle;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitNotFound;
import io.pledge.visit.VisitPlan;
import io.pledge.visit.Visits;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What the forms of a plan show, and who may open them. */
@Component
class PlanPages {
    private final Cases cases;
    private final Visits visits;
    private final Places places;
    private final Travellers travellers;
    private final ObstacleWords obstacles;
    private final VisitWords words;
    private final Units units;
    private final TimeWords time;

    PlanPages(Cases cases, Visits visits, Places places, Travellers travellers, ObstacleWords obstacles,
            VisitWords words, Units units,
            TimeWords time) {
        this.cases = cases;
        this.visits = visits;
        this.places = places;
        this.travellers = travellers;
        this.obstacles = obstacles;
        this.words = words;
        this.units = units;
        this.time = time;
    }

    /**
     * A case for which somebody may plan visits.
     *
     * @throws AccessDeniedException where they only read it
     * @throws Refused where it has ended
     */
    Ticket toPlan(String number, SignedIn me) {
        Ticket ticket = cases.find(number, me.scope());
        if (!CaseRights.may(me, Verb.ARRIVE, ticket)) {
            throw new AccessDeniedException("visits of " + number + " are planned by those who work on it");
        }
        if (!Verb.ARRIVE.allowed(ticket)) {
            throw new Refused("ended");
        }
        return ticket;
    }

    /** A visit of this very case. */
    Visit visit(Ticket ticket, long id, SignedIn me) {
        Visit visit = visits.find(new VisitId(id), me.scope());
        if (!visit.ticket().equals(ticket.id())) {
            throw new VisitNotFound(visit.id());
        }
        return visit;
    }

    /** @param before the visit that gets another time; null for a new one */
    ModelAndView page(Ticket ticket, @Nullable Visit before, List<String> against, Reader reader) {
        return new ModelAndView("visit/plan").addObject("number", ticket.number().value())
                .addObject("about", ticket.title()).addObject("before", before)
                .addObject("was", before == null ? "" : words.when(before, reader))
                .addObject("zone", time.zone(places.zone(ticket), reader.locale()))
                .addObject("engineers", engineers(ticket, reader)).addObject("against", against);
    }

    /** What stands against a plan, unless whoever plans has read it and wants it anyway; of who may not travel nothing is said. */
    List<String> against(Ticket ticket, PlanForm form, VisitPlan plan, @Nullable Visit before, Reader reader) {
        if (Boolean.TRUE.equals(form.anyway()) || !travellers.may(plan.engineer(), ticket)) {
            return List.of();
        }
        List<Obstacle> found = travellers.against(plan.engineer(), plan.window(), before == null ? null : before.id());
        return obstacles.of(plan.engineer(), found, reader);
    }

    PlanForm empty(Ticket ticket) {
        PersonId assignee = ticket.assignee();
        return PlanForm.of(assignee != null && travellers.may(assignee, ticket) ? assignee : null, null, null,
                places.suggested(ticket), null);
    }

    PlanForm again(Visit before) {
        var window = Objects.requireNonNull(before.window(), "what was planned has a time");
        return PlanForm.of(before.engineer(), local(window.from(), before), local(window.until(), before),
                Objects.requireNonNullElse(before.place(), ""), before.purpose());
    }

    private static String local(Instant moment, Visit visit) {
        return LocalDateTime.ofInstant(moment, visit.zone()).toString();
    }

    /** Those of the unit that has the case first. */
    private List<Option> engineers(Ticket ticket, Reader reader) {
        return travellers.of(ticket).stream()
                .sorted(Comparator.comparing((Person person) -> !person.unit().equals(ticket.unit()))
                        .thenComparing(person -> units.unit(person.unit()).path().length(), Comparator.reverseOrder())
                        .thenComparing(Person::name))
                .map(person -> Option.of(Long.toString(person.id().value()), time.say("visit.engineer",
                        reader.locale(), person.name(), units.unit(person.unit()).name())))
                .toList();
    }
}
