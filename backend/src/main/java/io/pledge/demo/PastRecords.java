package io.pledge.demo;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** How much of the demonstration's past has been written. */
@Component
@Profile("demo")
class PastRecords {
    private static final long LOCK = 20_261_124L;

    private final JdbcClient jdbc;
    private final DataSource database;

    PastRecords(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Does something while no other node does it; another one waits here until this one is done. */
    void alone(Runnable work) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** The moment from which the past is counted back: that of the first start. */
    Instant begin(Instant now) {
        jdbc.sql("insert into demo_past (started_at) values (:now) on conflict do nothing").param("now", Sql.at(now))
                .update();
        return jdbc.sql("select started_at from demo_past").query((row, _) -> Sql.instant(row, "started_at")).single();
    }

    boolean complete() {
        return jdbc.sql("select exists (select from demo_past where written_at is not null)").query(Boolean.class)
                .single();
    }

    void completed(Instant now) {
        jdbc.sql("update demo_past set written_at = :now").param("now", Sql.at(now)).update();
    }

    /** How far a story has been told; empty while it has not begun. */
    Optional<Told> told(Story story) {
        return jdbc.sql("select * from demo_story where story = :story").param("story", story.key())
                .query((row, _) -> new Told(new TicketId(row.getLong("ticket_id")), row.getInt("acts"),
                        Sql.instant(row, "told_at")))
                .optional();
    }

    void told(Story story, Told told) {
        jdbc.sql("""
                insert into demo_story (story, ticket_id, acts, told_at) values (:story, :ticket, :acts, :at)
                on conflict (story) do update set acts = excluded.acts, told_at = excluded.told_at
                """).param("story", story.key()).param("ticket", told.ticket.value()).param("acts", told.acts)
                .param("at", Sql.at(told.at)).update();
    }

    /**
     * How far a story has been told.
     *
     * @param acts how many of its acts have happened
     * @param at when the last one did
     */
    record Told(TicketId ticket, int acts, Instant at) {}
}
