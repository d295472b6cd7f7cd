package io.pledge.web.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.Promising;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks.Opened;
import io.pledge.ticket.Resolution;
import io.pledge.ticket.Resolutions;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketProperties;
import io.pledge.ticket.TicketState;
import io.pledge.web.view.Reader;

/** Reads what the page behind a private link shows. */
@Component
class CasePages {
    private final Cases cases;
    private final Participants participants;
    private final Promises promises;
    private final Promising promising;
    private final Resolutions resolutions;
    private final TicketProperties deadlines;
    private final Staff staff;
    private final Units units;
    private final Clock clock;

    CasePages(Cases cases, Participants participants, Promises promises, Promising promising, Resolutions resolutions,
            TicketProperties deadlines, Staff staff, Units units, Clock clock) {
        this.cases = cases;
        this.participants = participants;
        this.promises = promises;
        this.promising = promising;
        this.resolutions = resolutions;
        this.deadlines = deadlines;
        this.staff = staff;
        this.units = units;
        this.clock = clock;
    }

    /** The case as its customer reads it now. */
    OpenedCase read(Opened link, Locale locale) {
        Ticket ticket = cases.require(link.ticket());
        Participant me = Optional.ofNullable(participants.everybody(List.of(ticket.id()))
                .get(link.participant())).orElseThrow();
        Reader reader = new Reader(locale, me.zone(), clock.instant());
        List<Promise> made = promises.of(ticket.id());
        return new OpenedCase(ticket, me, reader, made, situation(ticket, made, reader.now()),
                resolutions.last(ticket.id()), answering(ticket), units.unit(ticket.unit()).name());
    }

    /** Who answers for the next word: whoever has taken the case, else the head of the unit that has it. */
    private Optional<Person> answering(Ticket ticket) {
        return Optional.ofNullable(ticket.assignee())
                .or(() -> Optional.ofNullable(units.unit(ticket.unit()).supervisor())).map(staff::person);
    }

    private Situation situation(Ticket ticket, List<Promise> made, Instant now) {
        return switch (ticket.state()) {
            case NEW, TAKEN, ON_HOLD -> waiting(made, now);
            case RESOLVED -> new Situation.Asked(promising.latestNextWord(ticket.id(), now), deadlines);
            case CLOSED, CLOSED_UNCONFIRMED -> new Situation.Over(ticket.state() == TicketState.CLOSED,
                    ended(ticket).plus(deadlines.linkLife()));
            case CANCELLED -> new Situation.Withdrawn();
            case MERGED -> new Situation.GoesOn(ticket.goesOnAs().number().value());
        };
    }

    private static Situation waiting(List<Promise> made, Instant now) {
        Optional<Promise> missed = made.stream().filter(CasePages::isWord)
                .filter(promise -> promise.unanswered() && promise.dueAt() != null && now.isAfter(promise.dueAt()))
                .min(Comparator.comparing(Promise::dueAt));
        Optional<Promise> next = made.stream().filter(CasePages::isWord)
                .filter(promise -> promise.state() == PromiseState.RUNNING && !now.isAfter(promise.dueAt()))
                .min(Comparator.comparing(Promise::dueAt));
        return new Situation.Waiting(next.orElse(null), missed.orElse(null));
    }

    private static boolean isWord(Promise promise) {
        return promise.kind() == PromiseKind.ACKNOWLEDGEMENT || promise.kind() == PromiseKind.PROGRESS;
    }

    private static Instant ended(Ticket ticket) {
        return Optional.ofNullable(ticket.endedAt()).orElse(ticket.submittedAt());
    }

    /**
     * A case and who looks at it.
     *
     * @param made its promises in the order in which they were made
     * @param answering who answers for the next word; nobody where a unit has no head
     * @param unit the name of the unit that has the case
     */
    record OpenedCase(Ticket ticket, Participant me, Reader reader, List<Promise> made, Situation situation,
            Optional<Resolution> resolution, Optional<Person> answering, String unit) {}
}
