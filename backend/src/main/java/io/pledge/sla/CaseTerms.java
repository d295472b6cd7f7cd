package io.pledge.sla;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.ContractLevel;
import io.pledge.customer.Customer;
import io.pledge.customer.CustomerId;
import io.pledge.customer.Customers;
import io.pledge.organisation.Units;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Ticket;

/** What the policies in force promise a ticket. */
@Component
class CaseTerms {
    private final PoliciesInForce policies;
    private final Customers customers;
    private final Units units;

    CaseTerms(PoliciesInForce policies, Customers customers, Units units) {
        this.policies = policies;
        this.customers = customers;
        this.units = units;
    }

    /** As the ticket stands. */
    Terms of(Ticket ticket) {
        return of(ticket, traits(ticket));
    }

    /** As it would be with other traits. */
    Terms of(Ticket ticket, Traits traits) {
        return policies.terms(ticket.kind(), traits, units.unit(ticket.home()));
    }

    Traits traits(Ticket ticket) {
        return traits(ticket.severity(), ticket.contractLevel(), ticket.customer());
    }

    Traits traits(Severity severity, @Nullable ContractLevel level, @Nullable CustomerId customer) {
        var known = Optional.ofNullable(customer).map(customers::customer);
        return new Traits(severity, level, known.map(Customer::key).orElse(null),
                known.map(Customer::contractCalendar).orElse(null));
    }
}
