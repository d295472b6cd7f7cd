package io.pledge.routine;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.CustomerId;
import io.pledge.customer.SiteId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * A routine service that a customer is owed, and when next.
 *
 * @param name what is done, in the words of the contract
 * @param contract its number
 * @param zone of the site
 * @param unit the local office that looks after the site
 * @param nextOn the day on which it is due, where the site is
 * @param leadDays how long before that its case is made
 * @param last the case that was made last; null where none was
 */
public record OwedService(long id, CustomerId customer, String customerName, String name, String contract, SiteId site,
        String siteName, ZoneId zone, UnitId unit, Period every, LocalDate nextOn, int leadDays,
        @Nullable TicketId last) {

    /** The day on which its case is made. */
    public LocalDate madeOn() {
        return nextOn.minusDays(leadDays);
    }

    /** When it is due after that, and after today: what was missed long ago is made up for once. */
    LocalDate following(LocalDate today) {
        var next = nextOn.plus(every);
        while (!next.isAfter(today)) {
            next = next.plus(every);
        }
        return next;
    }
}
