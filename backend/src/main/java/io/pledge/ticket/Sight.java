package io.pledge.ticket;

import io.pledge.organisation.PersonId;

/** Who of the staff may see which case, as those who guard the doors know it. */
public interface Sight {
    /** Whether this person may see the case now. */
    boolean sees(PersonId person, Ticket ticket);
}
