package io.pledge.sla;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

    /** Notes that those concerned were told of breaches when they were found. The first time stays. */
    public void notified(PromisesBroken broken) {
        var all = broken.all();
        jdbc.sql("""
                update promise set notified_at = told.at
                from unnest(cast(:tickets as bigint[]), cast(:kinds as text[]), cast(:sequences as integer[]),
                            cast(:moments as timestamptz[])) as told (ticket, kind, sequence, at)
                where promise.ticket_id = told.ticket and promise.kind = told.kind and promise.sequence = told.sequence
                  and notified_at is null
                """).param("tickets", all.stream().map(one -> one.ticket().value()).toArray(Long[]::new))
                .param("kinds", all.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("sequences", all.stream().map(PromiseBroken::sequence).toArray(Integer[]::new))
                .param("moments", all.stream().map(one -> one.detectedAt().toString()).toArray(String[]::new)).update();
    }
}
