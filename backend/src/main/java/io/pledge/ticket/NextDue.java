package io.pledge.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The time by which every queue is sorted. Set by the module that keeps the promises. */
@Component
public class NextDue {
    private final JdbcTemplate jdbc;

    NextDue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the next due times of many cases at once, in the caller's transaction. */
    public void set(List<Due> dues) {
        jdbc.batchUpdate("update ticket set next_due = ?, next_kind = ? where id = ?", dues, 500, (statement, due) -> {
            statement.setObject(1, due.at == null ? null : due.at.atOffset(ZoneOffset.UTC));
            statement.setString(2, due.kind);
            statement.setLong(3, due.ticket.value());
        });
    }

    /**
     * The oldest promise of a case that is still unanswered.
     *
     * @param at null where nothing is owed by a time
     */
    public record Due(TicketId ticket, @Nullable Instant at, @Nullable String kind) {}
}
