package io.pledge.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The promises as they stand, for pages and for those who tell people of them. */
@Component
public class Promises {
    private final PromiseRows rows;
    private final JdbcClient jdbc;

    Promises(PromiseRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** All promises of a ticket in the order in which they were made. */
    public List<Promise> of(TicketId ticket) {
        return rows.of(List.of(ticket));
    }

    /** The promises of many tickets in one question to the database; a ticket without promises is not in the map. */
    public Map<TicketId, List<Promise>> of(Collection<TicketId> tickets) {
        return rows.of(tickets).stream().collect(Collectors.groupingBy(Promise::ticket));
    }

    /** Notes that those concerned were told of a breach. The first time stays. */
    public void notified(TicketId ticket, PromiseKind kind, int sequence, Instant at) {
        jdbc.sql("""
                update promise set notified_at = :at
                where ticket_id = :ticket and kind = :kind and sequence = :sequence and notified_at is null
                """).param("at", Sql.at(at)).param("ticket", ticket.value()).param("kind", kind.name())
                .param("sequence", sequence).update();
    }
}
