package io.pledge.sla;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContractLevel;
import io.pledge.ticket.Severity;

/**
 * What policies ask of a ticket and what may turn out otherwise while it is open.
 *
 * @param level of the contract; null without one
 * @param customer key of the customer; null where nobody was recognised
 * @param calendar key of the calendar that the contract names; null where promises follow the unit's
 */
public record Traits(Severity severity, @Nullable ContractLevel level, @Nullable String customer,
        @Nullable String calendar) {

    /** Of somebody who has no contract or is not recognised. */
    static Traits ofNobody(Severity severity) {
        return new Traits(severity, null, null, null);
    }

    Traits with(Severity other) {
        return new Traits(other, level, customer, calendar);
    }
}
