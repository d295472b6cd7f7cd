package io.pledge.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** The runs as stored. */
@Component
class ReplayRuns {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReplayRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The run of this log, begun now or earlier.
     *
     * @param fingerprint of the log and its mapping
     * @param incidents how many incidents of the log are wanted; null for all
     */
    ReplayRun open(String customer, String fingerprint, @Nullable Integer incidents, String file) {
        return jdbc.sql("""
                insert into replay_run (customer, fingerprint, incidents, file, started_at)
                values (:customer, :fingerprint, :incidents, :file, :now)
                on conflict (customer, fingerprint, incidents) do update set file = excluded.file
                returning *
                """).param("customer", customer).param("fingerprint", fingerprint).param("incidents", incidents)
                .param("file", file).param("now", Sql.at(clock.instant())).query(ReplayRuns::run).single();
    }

    ReplayRun run(long id) {
        return jdbc.sql("select * from replay_run where id = :id").param("id", id).query(ReplayRuns::run).single();
    }

    /** All rows of the log are in the database now. */
    void markRead(long id, long rows) {
        jdbc.sql("""
                update replay_run set log_rows = :rows,
                    first_at = (select min(occurred_at) from replay_row where run_id = :id),
                    last_at = (select max(occurred_at) from replay_row where run_id = :id)
                where id = :id
                """).param("id", id).param("rows", rows).update();
    }

    void markDone(long id, Place done, long drivenRows) {
        jdbc.sql("""
                update replay_run set done_at = :at, done_line = :line, done_step = :step,
                                      driven_rows = driven_rows + :rows
                where id = :id
                """).param("at", Sql.at(done.at())).param("line", done.line()).param("step", done.step())
                .param("rows", drivenRows).param("id", id).update();
    }

    /** Nothing of the log is left to drive; its rows are not needed any more. */
    void markFinished(long id) {
        jdbc.sql("delete from replay_row where run_id = :id").param("id", id).update();
        jdbc.sql("update replay_run set finished_at = :now where id = :id").param("now", Sql.at(clock.instant()))
                .param("id", id).update();
    }

    void addUnmapped(long id, Map<String, Long> counts) {
        counts.forEach((what, count) -> jdbc.sql("""
                insert into replay_unmapped (run_id, what, count) values (:id, :what, :count)
                on conflict (run_id, what) do update set count = replay_unmapped.count + excluded.count
                """).param("id", id).param("what", what).param("count", count).update());
    }

    void skip(long id, int line, String reason) {
        jdbc.sql("insert into replay_skipped (run_id, line, reason) values (:id, :line, :reason)").param("id", id)
                .param("line", line).param("reason", reason).update();
    }

    private static ReplayRun run(ResultSet row, int index) throws SQLException {
        var doneAt = Sql.optionalInstant(row, "done_at");
        var done = doneAt == null
                ? Place.BEFORE_ALL
                : new Place(doneAt, row.getInt("done_line"), row.getInt("done_step"));
        return new ReplayRun(row.getLong("id"), row.getString("customer"), Sql.optionalLong(row, "log_rows"), done,
                row.getLong("driven_rows"), Sql.optionalInstant(row, "finished_at"));
    }
}
