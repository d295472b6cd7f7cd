package io.pledge.steps;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import io.pledge.customer.Customers;
import io.pledge.customer.Equipment;
import io.pledge.steps.Warranty.Says;
import io.pledge.ticket.Ticket;

/** Asks the register of equipment for warranties. */
@Component
public class Warranties {
    private final Customers customers;

    Warranties(Customers customers) {
        this.customers = customers;
    }

    /** What is known of the warranty of the equipment with this serial number, on the day of the customer at a moment. */
    public Warranty of(String serial, Ticket ticket, Instant at) {
        var day = LocalDate.ofInstant(at, ticket.zone());
        return customers.equipmentBySerial(serial)
                .map(known -> new Warranty(known.serial(), says(known, ticket, day), known.product(),
                        known.warrantyUntil()))
                .orElseGet(() -> new Warranty(serial, Says.UNKNOWN, null, null));
    }

    private static Says says(Equipment known, Ticket ticket, LocalDate day) {
        if (ticket.customer() != null && !ticket.customer().equals(known.customer())) {
            return Says.ANOTHERS;
        }
        var until = known.warrantyUntil();
        return until == null ? Says.NO_DATE : day.isAfter(until) ? Says.OVER : Says.RUNS;
    }
}
