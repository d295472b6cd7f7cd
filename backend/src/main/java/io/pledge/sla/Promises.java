package io.pledge.sla;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The promises as they stand, for pages and for those who tell people of them. */
@Component
public class Promises {
    private final PromiseRows rows;
    private final JdbcTemplate jdbc;

    Promises(PromiseRows rows, JdbcTemplate jdbc) {
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
        jdbc.batchUpdate("""
                update promise set notified_at = ?
                where ticket_id = ? and kind = ? and sequence = ? and notified_at is null
                """, broken.all(), 500, (statement, one) -> {
            statement.setObject(1, Sql.at(one.detectedAt()));
            statement.setLong(2, one.ticket().value());
            statement.setString(3, one.kind().name());
            statement.setInt(4, one.sequence());
        });
    }
}
