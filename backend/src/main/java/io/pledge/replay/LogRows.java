package io.pledge.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;

/** The rows of a log in the database, which brings them into the order of time. */
@Component
class LogRows {
    private static final String INSERT = """
            insert into replay_row (run_id, occurred_at, line, step, incident, state, team, severity, caller, place, subject,
                                    opened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    LogRows(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void add(long run, List<RowReading.Read> rows) {
        template.batchUpdate(INSERT, rows, 1000, (statement, read) -> {
            var row = read.row();
            statement.setLong(1, run);
            statement.setObject(2, Sql.at(row.at()));
            statement.setInt(3, row.line());
            statement.setInt(4, row.place().step());
            statement.setString(5, row.incident());
            statement.setString(6, row.state().name());
            statement.setString(7, row.team());
            statement.setString(8, row.severity().name());
            statement.setString(9, row.caller());
            statement.setString(10, row.site());
            statement.setString(11, row.subject());
            statement.setObject(12, Sql.at(read.opened()), Types.TIMESTAMP_WITH_TIMEZONE);
        });
    }

    /** Puts the opening of each incident before its first row, at the time at which the log says it was opened. */
    void addOpenings(long run) {
        jdbc.sql("""
                insert into replay_row (run_id, occurred_at, line, step, incident, state, team, severity, caller, place,
                                        subject)
                select distinct on (incident) run_id, least(opened_at, occurred_at), line, 0, incident, 'NEW', null,
                       severity, caller, place, subject
                from replay_row where run_id = :run
                order by incident, occurred_at, line
                """).param("run", run).update();
        jdbc.sql("analyze replay_row").update();
    }

    /** The next rows of a run in order of time across incidents. */
    List<LogRow> after(long run, Place done, int limit) {
        return jdbc.sql("""
                select * from replay_row where run_id = :run and (occurred_at, line, step) > (:at, :line, :step)
                order by occurred_at, line, step limit :limit
                """).param("run", run).param("at", Sql.at(done.at())).param("line", done.line())
                .param("step", done.step()).param("limit", limit).query(LogRows::row).list();
    }

    private static LogRow row(ResultSet row, int index) throws SQLException {
        return new LogRow(new Place(Sql.instant(row, "occurred_at"), row.getInt("line"), row.getInt("step")),
                row.getString("incident"), LogState.valueOf(row.getString("state")), row.getString("team"),
                Severity.valueOf(row.getString("severity")), row.getString("caller"), row.getString("place"),
                row.getString("subject"));
    }
}
