package io.pledge.steps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.sql.Sql;
import io.pledge.ticket.TicketKind;

/** Finds the steps that somebody is to be told of: that they owe it, once, and that its time has passed, once. */
@Component
public class StepWatch {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final StepRows rows;
    private final StepsVersions versions;
    private final ApplicationEventPublisher events;

    StepWatch(JdbcClient jdbc, StepRows rows, StepsVersions versions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.versions = versions;
        this.events = events;
    }

    /**
     * Tells of what is due for it, each step in one sweep only.
     *
     * @return how many there were; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var due = jdbc.sql("""
                with due as (select id, told_at is not null as knew from case_step where attention_at <= :now
                             order by attention_at limit :limit for update skip locked)
                update case_step s set told_at = coalesce(s.told_at, :now),
                    overdue_at = case when s.due_at <= :now then s.due_at end,
                    attention_at = case when s.due_at > :now then s.due_at end
                from due, ticket t, case_form f
                where s.id = due.id and t.id = s.ticket_id and f.ticket_id = s.ticket_id
                returning s.*, due.knew, t.kind, f.version_id
                """).param("now", Sql.at(now)).param("limit", BATCH).query(this::told).list();
        if (!due.isEmpty()) {
            events.publishEvent(new StepsOwed(now, due));
        }
        return due.size();
    }

    private StepsOwed.Owed told(ResultSet row, int number) throws SQLException {
        var kind = versions.book(row.getLong("version_id")).of(TicketKind.valueOf(row.getString("kind")));
        return new StepsOwed.Owed(rows.step(row, kind), row.getBoolean("knew"));
    }
}
