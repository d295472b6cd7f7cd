package io.pledge.help;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.help.HelpRequest.Outcome;
import io.pledge.organisation.Calendars;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Involvement;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.Verb;
import io.pledge.ticket.What;

/**
 * Asking another unit for a piece of help. The case stays with whom it is and so does every promise; the unit that helps sees the case
 * from then on. All steps stand in the internal history of the case.
 */
@Component
public class Help {
    private final HelpRecords records;
    private final HelpProperties properties;
    private final Cases cases;
    private final MergedCases locks;
    private final Involvement involvement;
    private final Conversation conversation;
    private final Timeline timeline;
    private final Units units;
    private final Staff staff;
    private final Deputies deputies;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;

    Help(HelpRecords records, HelpProperties properties, Cases cases, MergedCases locks, Involvement involvement,
            Conversation conversation, Timeline timeline, Units units, Staff staff, Deputies deputies,
            Calendars calendars, ApplicationEventPublisher events) {
        this.records = records;
        this.properties = properties;
        this.cases = cases;
        this.locks = locks;
        this.involvement = involvement;
        this.conversation = conversation;
        this.timeline = timeline;
        this.units = units;
        this.staff = staff;
        this.deputies = deputies;
        this.calendars = calendars;
        this.events = events;
    }

    /**
     * Asks a unit, or a person of it. The same key again changes nothing and gives the same request.
     *
     * @throws Refused where the case is resolved or has ended, the unit has the case itself or is retired, the person is not of the unit or
     *     is away, or the time lies behind
     */
    @Transactional
    public HelpRequest ask(TicketId id, Question question, PersonId by, Instant at) {
        locks.lock(List.of(id));
        return records.withKey(question.key()).orElseGet(() -> {
            var ticket = cases.require(id);
            Verb.ASK_HELP.require(ticket);
            var unit = units.unit(question.unit());
            require(ticket, unit, question, at);
            var due = Optional.ofNullable(question.by()).orElseGet(() -> due(unit, ticket.severity(), at));
            var asked = records.add(id, question, unit, by, staff.person(by).unit(), at, due);
            involvement.involve(List.of(id), unit);
            tell(asked, What.HELP_ASKED, by, question.text(), at);
            events.publishEvent(new HelpEvent.Asked(asked));
            return asked;
        });
    }

    /** By when a unit answers that is asked now: in its working time, by how bad the case is. */
    public Instant due(ServiceUnit unit, Severity severity, Instant at) {
        return calendars.after(unit.calendar(), at, properties.within().of(severity));
    }

    /**
     * A person of the unit takes the request. Taken twice by the same person changes nothing.
     *
     * @throws Refused where it is over, or somebody else has taken it
     */
    @Transactional
    public void take(long id, PersonId by, Instant at) {
        var request = open(id);
        if (by.equals(request.takenBy())) {
            return;
        }
        if (request.takenBy() != null) {
            throw new Refused("helpTaken");
        }
        records.take(id, by, at);
        tell(request, What.HELP_TAKEN, by, "", at);
    }

    /**
     * Helps with words, which become an internal note of the case. Who answers what nobody took has taken it by that.
     *
     * @throws Refused where it is over
     */
    @Transactional
    public void answer(long id, String words, PersonId by, Instant at) {
        var request = open(id);
        if (request.takenBy() == null) {
            records.take(id, by, at);
        }
        conversation.note(request.ticket(), words, by, at);
        var answered = records.end(id, Outcome.ANSWERED, by, words, at);
        tell(answered, What.HELP_ANSWERED, by, "", at);
        events.publishEvent(new HelpEvent.Answered(answered));
    }

    /**
     * Says that the unit cannot help, and why.
     *
     * @throws Refused where it is over
     */
    @Transactional
    public void decline(long id, String reason, PersonId by, Instant at) {
        open(id);
        var declined = records.end(id, Outcome.DECLINED, by, reason, at);
        tell(declined, What.HELP_DECLINED, by, reason, at);
        events.publishEvent(new HelpEvent.Declined(declined));
    }

    /**
     * Says that the help is not needed any more.
     *
     * @throws Refused where it is over
     */
    @Transactional
    public void withdraw(long id, PersonId by, Instant at) {
        open(id);
        var withdrawn = records.end(id, Outcome.WITHDRAWN, by, null, at);
        tell(withdrawn, What.HELP_WITHDRAWN, by, "", at);
        events.publishEvent(new HelpEvent.Withdrawn(List.of(withdrawn)));
    }

    private void require(Ticket ticket, ServiceUnit unit, Question question, Instant at) {
        if (unit.id().equals(ticket.unit())) {
            throw new Refused("helpOwnUnit");
        }
        if (units.isRetired(unit.id())) {
            throw new Refused("helpRetired");
        }
        var person = question.person();
        if (person != null && (!staff.isAtWork(person) || !staff.person(person).unit().equals(unit.id()))) {
            throw new Refused("helpStranger");
        }
        if (person != null && deputies.absence(person, at).isPresent()) {
            throw new Refused("helpAway");
        }
        if (question.by() != null && !question.by().isAfter(at)) {
            throw new Refused("helpPassed");
        }
    }

    private HelpRequest open(long id) {
        return records.locked(id).filter(HelpRequest::open).orElseThrow(() -> new Refused("helpEnded"));
    }

    private void tell(HelpRequest request, What what, PersonId by, String words, Instant at) {
        timeline.tell(request.ticket(), what, new Actor.Staff(by),
                Map.of("to", Long.toString(request.unit().value()), "reason", words), new Moment(at, at));
    }
}
