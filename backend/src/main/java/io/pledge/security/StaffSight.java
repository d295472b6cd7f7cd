package io.pledge.security;

import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Sight;
import io.pledge.ticket.Ticket;

/** Who sees a case when they sign in; nobody who has left. */
@Component
class StaffSight implements Sight {
    private final Staff staff;
    private final Scopes scopes;

    StaffSight(Staff staff, Scopes scopes) {
        this.staff = staff;
        this.scopes = scopes;
    }

    @Override
    public boolean sees(PersonId person, Ticket ticket) {
        return staff.isAtWork(person) && scopes.of(staff.person(person)).sees(ticket.involvedPaths(),
                ticket.accountManager());
    }
}
