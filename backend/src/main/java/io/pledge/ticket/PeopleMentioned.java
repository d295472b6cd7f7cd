package io.pledge.ticket;

import java.util.Set;

import io.pledge.organisation.PersonId;

/** People were called by name in a note; all of them may see the case. Announced inside the transaction that wrote it down. */
public record PeopleMentioned(TicketId ticket, Moment at, long message, PersonId by, Set<PersonId> people) {
    public PeopleMentioned {
        people = Set.copyOf(people);
    }
}
