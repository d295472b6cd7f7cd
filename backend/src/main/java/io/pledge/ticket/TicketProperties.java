package io.pledge.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Deadlines of a case that are nobody's promise to the customer.
 *
 * @param reminders how long after resolving a silent customer is reminded, once for each
 * @param closeAfter how long after resolving a silent case is closed, unconfirmed, where its policy does not say
 * @param linkLife how long after its end a case can still be opened by its private links, and reopened by the customer
 */
@ConfigurationProperties("pledge.ticket")
public record TicketProperties(@DefaultValue( {
        "2d", "5d"}) List<Duration> reminders,
        @DefaultValue("7d") Duration closeAfter,
        @DefaultValue("30d") Duration linkLife){

    /** When a silent customer is reminded: after the case was resolved, and before it is closed. */
    public List<Instant> reminders(Instant resolvedAt, Instant closesAt) {
        return reminders.stream().map(resolvedAt::plus).filter(closesAt::isAfter).toList();
    }

    public TicketProperties {
        if (!reminders.stream().sorted().toList().equals(reminders)
                || reminders.stream().anyMatch(r -> r.compareTo(closeAfter) >= 0)) {
            throw new IllegalArgumentException("pledge.ticket.reminders must rise and lie before close-after");
        }
    }
}
