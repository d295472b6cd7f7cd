package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** The holds as stored; the database allows one running hold a case. */
@Component
class Holds {
    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(TicketId ticket, String reason, Actor by, Instant at) {
        jdbc.sql("insert into hold (ticket_id, reason, held_by, held_at) values (:ticket, :reason, :by, :at)")
                .param("ticket", ticket.value()).param("reason", reason)
                .param("by", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null)).param("at", Sql.at(at))
                .update();
    }

    void end(TicketId ticket, Actor by, Instant at) {
        jdbc.sql("update hold set ended_at = :at, ended_by = :by where ticket_id = :ticket and ended_at is null")
                .param("at", Sql.at(at)).param("by", Author.of(by).name()).param("ticket", ticket.value()).update();
    }

    List<Hold> of(TicketId ticket) {
        return jdbc.sql("select reason, held_at, ended_at from hold where ticket_id = :ticket order by held_at")
                .param("ticket", ticket.value())
                .query((row, _) -> new Hold(ticket, row.getString("reason"), Sql.instant(row, "held_at"),
                        Sql.optionalInstant(row, "ended_at")))
                .list();
    }
}
