package io.pledge.web.incident;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.pledge.incident.Incident;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.Role;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;

/**
 * Who may do what about major incidents. Whoever works at the desk reads of them. An engineer declares one from a case that they work on,
 * a head from any that they may talk to the customer of. Who may talk to a case's customer counts it to an incident or takes it out. To all
 * customers writes the lead, who stands in for them, or a head of the unit that answers for it or of one above: on every case, whoever has
 * it, which is why that unit is involved in each.
 */
@Component
class IncidentRights {
    private final Deputies deputies;
    private final Clock clock;

    IncidentRights(Deputies deputies, Clock clock) {
        this.deputies = deputies;
        this.clock = clock;
    }

    boolean commands(SignedIn me, Incident incident) {
        return me.id().equals(incident.lead())
                || deputies.inPlaceOf(me.id(), clock.instant()).contains(incident.lead())
                || me.holds(Role.HEAD) && incident.unitPath().startsWith(me.unit().path());
    }

    static boolean declares(SignedIn me) {
        return me.holds(Role.ENGINEER) || me.holds(Role.HEAD);
    }

    /** Whether somebody declares one from several cases at once, as the queue lets them be selected. */
    static boolean selects(SignedIn me) {
        return me.holds(Role.HEAD);
    }

    static boolean declaresFrom(SignedIn me, Ticket ticket) {
        return selects(me) ? counts(me, ticket) : declares(me) && CaseRights.may(me, Verb.ESCALATE, ticket);
    }

    /** Whether somebody counts cases to incidents at all. */
    static boolean attaches(SignedIn me) {
        return CaseRights.mayEnter(me);
    }

    static boolean counts(SignedIn me, Ticket ticket) {
        return CaseRights.may(me, Verb.LINK, ticket);
    }
}
