package io.pledge.notifier;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.communication.Occasion;
import io.pledge.communication.PlannedReader;
import io.pledge.communication.PlansInForce;
import io.pledge.sla.TermsChange;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Participants.Along;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/**
 * Who on the customer's side hears of what: everybody who turned to us, and of whom the customer's plan says so, each once. In as many
 * questions to the database for many cases as for one.
 */
@Component
class CaseAudience {
    private final Cases cases;
    private final Participants participants;
    private final PlansInForce plans;
    private final Clock clock;

    CaseAudience(Cases cases, Participants participants, PlansInForce plans, Clock clock) {
        this.cases = cases;
        this.participants = participants;
        this.plans = plans;
        this.clock = clock;
    }

    /** Who is written to, and who is called. */
    record Heard(List<Posted> letters, List<Called> calls) {}

    /** Somebody who is to be called. @param occasion what about, and {@code name} which of its kind */
    record Called(Ticket ticket, Participant person, Occasion occasion, String name, Duration within) {}

    Heard of(List<About> notes) {
        var ids = notes.stream().map(About::ticket).distinct().toList();
        var tickets = cases.require(ids);
        var people = participants.of(ids);
        var planned = plans.of(tickets.values());
        var heard = new Heard(new ArrayList<>(), new ArrayList<>());
        var along = new HashMap<About, List<PlannedReader>>();
        for (var about : notes) {
            var ticket = Objects.requireNonNull(tickets.get(about.ticket()));
            var own = people.getOrDefault(about.ticket(), List.of());
            var those = hearing(about, ticket, planned.getOrDefault(about.ticket(), List.of()));
            own.forEach(person -> tell(heard, about, ticket, person, same(person, those), own));
            along.put(about, those.stream().filter(one -> own.stream().noneMatch(person -> one.isSame(person)))
                    .toList());
        }
        tellAlong(heard, notes, along, tickets, people);
        return heard;
    }

    /** Of whom a plan says that they hear of it. That the contract is known now is told in no letter of its own. */
    private static List<PlannedReader> hearing(About about, Ticket ticket, List<PlannedReader> planned) {
        var note = about.note();
        if (note.moved() != null && note.moved().why().cause() == TermsChange.Cause.CUSTOMER) {
            return List.of();
        }
        var occasions = PlannedLetters.occasions(note.letter());
        return planned.stream().filter(one -> one.hears(occasions, note.severity(ticket)))
                .filter(about.along()).toList();
    }

    /** Who turned to us hears of everything; a plan may ask more of them, and gives them what is written by plans alone. */
    private static void tell(Heard heard, About about, Ticket ticket, Participant person,
            Optional<PlannedReader> plan, List<Participant> own) {
        var note = about.note();
        if (note.letter() != Letter.STANDING && (plan.isPresent() || !PlannedLetters.byPlanAlone(note.letter()))) {
            heard.letters.add(new Posted(ticket, person, note, note.letter(), own.getFirst().name(),
                    plan.map(one -> confirmWithin(one, note, ticket)).orElse(null)));
        }
        plan.filter(one -> one.isCalled(PlannedLetters.occasions(note.letter()), note.severity(ticket)))
                .ifPresent(one -> heard.calls.add(call(ticket, person, one, note)));
    }

    private void tellAlong(Heard heard, List<About> notes, Map<About, List<PlannedReader>> along,
            Map<TicketId, Ticket> tickets, Map<TicketId, List<Participant>> people) {
        var readers = rows(along);
        for (var about : notes) {
            var ticket = Objects.requireNonNull(tickets.get(about.ticket()));
            for (var one : Objects.requireNonNull(along.get(about))) {
                var person = Objects.requireNonNull(readers.get(row(about.ticket(), one)));
                write(heard, about.note(), ticket, person, one, people.getOrDefault(about.ticket(), List.of()));
            }
        }
    }

    private static void write(Heard heard, Note note, Ticket ticket, Participant person, PlannedReader one,
            List<Participant> own) {
        var occasions = PlannedLetters.occasions(note.letter());
        var severity = note.severity(ticket);
        PlannedLetters.letter(note.letter(), one.answers(severity)).filter(_ -> one.isWritten(occasions, severity))
                .ifPresent(letter -> heard.letters.add(new Posted(ticket, person, note, letter,
                        own.isEmpty() ? "" : own.getFirst().name(), confirmWithin(one, note, ticket))));
        if (one.isCalled(occasions, severity)) {
            heard.calls.add(call(ticket, person, one, note));
        }
    }

    private Map<Along, Participant> rows(Map<About, List<PlannedReader>> along) {
        Set<Along> wanted = new HashSet<>();
        along.forEach((about, people) -> people.forEach(one -> wanted.add(row(about.ticket(), one))));
        var order = List.copyOf(wanted);
        var found = participants.letRead(order, clock.instant());
        var rows = new HashMap<Along, Participant>();
        for (int i = 0; i < order.size(); i++) {
            rows.put(order.get(i), found.get(i));
        }
        return rows;
    }

    private static Along row(TicketId ticket, PlannedReader one) {
        return new Along(ticket, one.contact(), one.name(), one.email(), one.phone(), one.language(), one.zone());
    }

    private static Called call(Ticket ticket, Participant person, PlannedReader one, Note note) {
        var occasion = PlannedLetters.occasions(note.letter()).stream()
                .filter(some -> one.hears(Set.of(some), note.severity(ticket))).sorted().findFirst().orElseThrow();
        return new Called(ticket, person, occasion, note.letter().key() + ":" + note.occasion(), one.confirmWithin());
    }

    private static @Nullable Duration confirmWithin(PlannedReader one, Note note, Ticket ticket) {
        return one.confirms(PlannedLetters.occasions(note.letter()), note.severity(ticket))
                ? one.confirmWithin()
                : null;
    }

    private static Optional<PlannedReader> same(Participant person, Collection<PlannedReader> planned) {
        return planned.stream().filter(one -> one.isSame(person)).findFirst();
    }
}
