package io.pledge.visit;

import java.time.ZoneId;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.customer.Customers;
import io.pledge.customer.Equipment;
import io.pledge.customer.Site;
import io.pledge.ticket.Ticket;

/** Where the visits of a case lead. */
@Component
public class Places {
    private final Customers customers;

    Places(Customers customers) {
        this.customers = customers;
    }

    /** The zone of the site, or that of the customer where no site is known. */
    public ZoneId zone(Ticket ticket) {
        return site(ticket).map(Site::zone).orElse(ticket.zone());
    }

    /** Where the equipment stands, in words; empty where nobody knows. */
    public String suggested(Ticket ticket) {
        return site(ticket)
                .map(site -> customers.customer(site.customer()).name() + ", " + site.name())
                .or(() -> Optional.ofNullable(ticket.place())).orElse("");
    }

    private Optional<Site> site(Ticket ticket) {
        return Optional.ofNullable(ticket.serial()).flatMap(customers::equipmentBySerial)
                .filter(equipment -> equipment.customer().equals(ticket.customer())).map(Equipment::site)
                .or(() -> Optional.ofNullable(ticket.site())).map(customers::site);
    }
}
