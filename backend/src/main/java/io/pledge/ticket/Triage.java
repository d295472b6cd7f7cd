package io.pledge.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.customer.CustomerId;
import io.pledge.customer.Customers;
import io.pledge.customer.Equipment;
import io.pledge.customer.Site;
import io.pledge.customer.SiteId;

/** What a case is taken for: how bad it is, and whose. Whoever promised something by it promises anew. */
@Component
public class Triage {
    private final Docket docket;
    private final Customers customers;

    Triage(Docket docket, Customers customers) {
        this.docket = docket;
        this.customers = customers;
    }

    /**
     * Says that a case hurts more, or less, than it was said to. The same severity again changes nothing.
     *
     * @param reason why, for those who work on it
     * @throws Refused where the case has ended
     */
    @Transactional
    public void changeSeverity(TicketId id, Severity to, String reason, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_CHANGE);
        var from = ticket.severity();
        if (from == to) {
            return;
        }
        var at = docket.moment(ticket, occurredAt);
        ticket.change(to);
        docket.save(ticket);
        docket.record(ticket, What.SEVERITY_CHANGED, by, null,
                Map.of("from", from.name(), "to", to.name(), "reason", reason), at);
        docket.announce(new TicketEvent.SeverityChanged(id, at, from, to, by));
    }

    /**
     * Says whose case it is, where the submitter was not recognised or taken for somebody else. It counts under the contract that
     * is in force today; the account manager sees it from now on, the one before no longer. The same customer again changes nothing.
     *
     * @throws Refused where the case has ended
     */
    @Transactional
    public void attach(TicketId id, CustomerId to, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_CHANGE);
        var customer = customers.customer(to);
        if (ticket.isOf(customer)) {
            return;
        }
        var at = docket.moment(ticket, occurredAt);
        var from = ticket.customer();
        var attached = new TicketEvent.CustomerAttached(id, at, from, ticket.contractLevel(), ticket.accountManager(),
                by);
        ticket.attach(customer, site(ticket, to).orElse(null));
        docket.save(ticket);
        var detail = new HashMap<>(Map.of("customer", Long.toString(to.value())));
        Optional.ofNullable(customer.level()).ifPresent(now -> detail.put("level", now.name()));
        Optional.ofNullable(from).ifPresent(before -> detail.put("from", Long.toString(before.value())));
        docket.record(ticket, What.CUSTOMER_ATTACHED, by, null, detail, at);
        docket.announce(attached);
    }

    /** Where the equipment stands that the case is about; else the customer's main site. */
    private Optional<SiteId> site(Ticket ticket, CustomerId customer) {
        return Optional.ofNullable(ticket.serial()).flatMap(customers::equipmentBySerial)
                .filter(equipment -> equipment.customer().equals(customer)).map(Equipment::site)
                .or(() -> customers.sitesOf(customer).stream().findFirst().map(Site::id));
    }
}
