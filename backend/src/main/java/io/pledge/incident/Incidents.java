package io.pledge.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.incident.IncidentEntry.What;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Involvement;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;

/**
 * Declares incidents, counts cases to them and ends them. The unit that answers for an incident becomes involved in each of its cases: so
 * its people see them all, and may write to their customers. Who may do what is for the caller to say.
 */
@Component
public class Incidents {
    private final IncidentRecords records;
    private final IncidentCases members;
    private final Cases cases;
    private final MergedCases locks;
    private final Involvement involvement;
    private final Timeline timeline;
    private final Units units;
    private final Staff staff;
    private final ApplicationEventPublisher events;

    Incidents(IncidentRecords records, IncidentCases members, Cases cases, MergedCases locks, Involvement involvement,
            Timeline timeline, Units units, Staff staff, ApplicationEventPublisher events) {
        this.records = records;
        this.members = members;
        this.cases = cases;
        this.locks = locks;
        this.involvement = involvement;
        this.timeline = timeline;
        this.units = units;
        this.staff = staff;
        this.events = events;
    }

    /**
     * Declares an incident. The same key again changes nothing and gives the same incident.
     *
     * @throws Refused where the unit is retired, the lead is not of it or above, or none of the cases can belong to it
     */
    @Transactional
    public Incident declare(Declaration declared, PersonId by, Instant at) {
        var before = records.withKey(declared.key());
        if (before.isPresent()) {
            return before.get();
        }
        var unit = units.unit(declared.unit());
        if (units.isRetired(unit.id())) {
            throw new Refused("incidentRetired");
        }
        requireLead(declared.lead(), unit);
        var added = records.add(declared, unit, by, at);
        if (added.isEmpty()) {
            return records.withKey(declared.key()).orElseThrow();
        }
        var incident = added.get();
        records.tell(incident.id(), What.DECLARED, by, null, "", at);
        var attached = attach(incident, declared.cases(), by, at);
        if (attached.cases().isEmpty()) {
            throw new Refused(attached.refused().values().stream().findFirst().orElse("incidentEmpty"));
        }
        events.publishEvent(new IncidentEvent.Led(incident, by, attached.cases().getFirst(), at));
        return incident;
    }

    /**
     * Counts cases to an incident that the caller has found for whoever does it. Those that belong to it already change nothing.
     *
     * @throws Refused where the incident is closed
     */
    @Transactional
    public Attached attach(IncidentId id, Collection<TicketId> tickets, PersonId by, Instant at) {
        return attach(open(id), tickets, by, at);
    }

    private Attached attach(Incident incident, Collection<TicketId> tickets, PersonId by, Instant at) {
        var asked = new HashSet<>(tickets);
        asked.removeAll(members.of(incident.id()));
        locks.lock(List.copyOf(asked));
        Map<TicketId, String> refused = new HashMap<>();
        cases.require(asked).values().stream().filter(ticket -> ticket.state().ended())
                .forEach(ticket -> refused.put(ticket.id(), "incidentEnded"));
        asked.removeAll(refused.keySet());
        var fresh = records.attach(incident.id(), asked, by, at);
        asked.stream().filter(ticket -> !fresh.contains(ticket))
                .forEach(ticket -> refused.put(ticket, "incidentOther"));
        if (!fresh.isEmpty()) {
            involvement.involve(fresh, units.unit(incident.unit()));
            timeline.tell(
                    fresh.stream().map(ticket -> told(ticket, io.pledge.ticket.What.INCIDENT_JOINED, incident, at))
                            .toList(),
                    new Actor.Staff(by));
            records.tell(incident.id(), What.ATTACHED, by, fresh.size() == 1 ? fresh.getFirst() : null,
                    fresh.size() + "", at);
        }
        return new Attached(fresh, refused);
    }

    /**
     * Takes a case out of an incident; what was not sent to it yet never is.
     *
     * @throws Refused where the incident is closed, or the case does not belong to it
     */
    @Transactional
    public void detach(IncidentId id, TicketId ticket, PersonId by, Instant at) {
        var incident = open(id);
        if (!records.detach(id, ticket, by, at)) {
            throw new Refused("incidentStranger");
        }
        timeline.tell(List.of(told(ticket, io.pledge.ticket.What.INCIDENT_LEFT, incident, at)), new Actor.Staff(by));
        records.tell(id, What.DETACHED, by, ticket, "", at);
    }

    /**
     * Hands it to somebody else who speaks for it.
     *
     * @throws Refused where the incident is closed, or the person is not of its unit or above
     */
    @Transactional
    public void lead(IncidentId id, PersonId lead, PersonId by, Instant at) {
        var incident = open(id);
        if (incident.lead().equals(lead)) {
            return;
        }
        requireLead(lead, units.unit(incident.unit()));
        records.lead(id, lead);
        records.tell(id, What.LED, by, null, lead.value() + "", at);
        var led = records.locked(id).orElseThrow();
        members.of(id).stream().findFirst()
                .ifPresent(ticket -> events.publishEvent(new IncidentEvent.Led(led, by, ticket, at)));
    }

    /** Says whether customers read of it on the pages of their cases. */
    @Transactional
    public void show(IncidentId id, boolean shown, PersonId by, Instant at) {
        if (open(id).shown() != shown) {
            records.show(id, shown);
            records.tell(id, shown ? What.SHOWN : What.HIDDEN, by, null, "", at);
        }
    }

    /**
     * Ends it by hand.
     *
     * @throws Refused where one of its cases is still open
     */
    @Transactional
    public void close(IncidentId id, PersonId by, Instant at) {
        open(id);
        if (members.counts(id).open() > 0) {
            throw new Refused("incidentOpenCases");
        }
        records.close(id, at);
        records.tell(id, What.CLOSED, by, null, "", at);
    }

    /** Whether somebody can lead an incident of a unit: who works there, or in a unit above, sees all its cases. */
    public boolean canLead(PersonId person, UnitId unit) {
        return staff.isAtWork(person) && isService(person)
                && units.unit(staff.person(person).unit()).covers(units.unit(unit));
    }

    private void requireLead(PersonId lead, ServiceUnit unit) {
        if (!canLead(lead, unit.id())) {
            throw new Refused("incidentLead");
        }
    }

    private boolean isService(PersonId person) {
        return staff.person(person).holds(Role.ENGINEER) || staff.person(person).holds(Role.HEAD);
    }

    private Incident open(IncidentId id) {
        return records.locked(id).filter(Incident::open).orElseThrow(() -> new Refused("incidentClosed"));
    }

    private static Timeline.Told told(TicketId ticket, io.pledge.ticket.What what, Incident incident, Instant at) {
        return new Timeline.Told(ticket, what, Map.of("reason", incident.id().number()), new Moment(at, at));
    }
}
