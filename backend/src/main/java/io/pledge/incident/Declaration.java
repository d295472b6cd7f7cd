package io.pledge.incident;

import java.util.List;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;

/**
 * What somebody declares.
 *
 * @param key chosen by the sender; the same key twice is one incident
 * @param english the title as customers read it
 * @param chinese the same in Chinese
 * @param unit which answers for it
 * @param lead who speaks for it: somebody of that unit, or of one above
 * @param cases with which it begins
 */
public record Declaration(String key, String english, String chinese, Severity severity, UnitId unit, PersonId lead,
        boolean shown, List<TicketId> cases) {
    public Declaration {
        cases = List.copyOf(cases);
    }
}
