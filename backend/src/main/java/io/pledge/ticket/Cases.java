package io.pledge.ticket;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.CustomerId;
import io.pledge.organisation.Scope;

/** Finds cases for somebody who may see only some of them. */
@Component
public class Cases {
    private final Tickets tickets;
    private final JdbcClient jdbc;

    Cases(Tickets tickets, JdbcClient jdbc) {
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    /**
     * A case by the number that somebody typed or that stands in an address.
     *
     * @throws TicketNotFound where there is none, or the scope does not reach it
     */
    public Ticket find(String number, Scope scope) {
        return TicketNumber.read(number).flatMap(id -> tickets.findById(id.value()))
                .filter(t -> scope.sees(t.involvedPaths(), t.accountManager()))
                .orElseThrow(() -> new TicketNotFound(number));
    }

    /** Those of some cases that the scope reaches, in one question to the database; the others are not in the map. */
    public Map<TicketId, Ticket> find(Collection<TicketId> ids, Scope scope) {
        return tickets.findAllById(ids.stream().map(TicketId::value).distinct().toList()).stream()
                .filter(t -> scope.sees(t.involvedPaths(), t.accountManager()))
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
    }

    /** A case that the caller came to lawfully: by a private link, or as part of the system. */
    public Ticket require(TicketId id) {
        return tickets.findById(id.value()).orElseThrow(() -> new TicketNotFound(id.number().value()));
    }

    /** Cases that the caller came to lawfully, in one question to the database. */
    public Map<TicketId, Ticket> require(Collection<TicketId> ids) {
        var found = tickets.findAllById(ids.stream().map(TicketId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        ids.stream().filter(id -> !found.containsKey(id)).findFirst().ifPresent(missing -> {
            throw new TicketNotFound(missing.number().value());
        });
        return found;
    }

    /** How many cases of this customer are open, for the page of one of them. */
    public int openOfCustomer(CustomerId customer) {
        return jdbc.sql("select count(*) from ticket where customer_id = :customer and ended_at is null")
                .param("customer", customer.value()).query(Integer.class).single();
    }
}
