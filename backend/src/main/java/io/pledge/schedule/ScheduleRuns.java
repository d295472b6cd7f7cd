package io.pledge.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the recurring jobs fared, for whoever looks after Pledge. */
@Component
public class ScheduleRuns {
    private static final int LONGEST_REASON = 2000;

    private final JdbcClient sql;
    private final List<Recurring> jobs;

    ScheduleRuns(JdbcClient sql, List<Recurring> jobs) {
        this.sql = sql;
        this.jobs = jobs;
    }

    /** Every job by name: those of this version, whether they ever ran or not, and those of others that ran. */
    public List<ScheduleRun> all() {
        return sql.sql("""
          select coalesce(r.job, known.job) as name, r.*,
                 greatest(0, t.next_fire_time - extract(epoch from clock_timestamp()) * 1000)::bigint as next_in_ms
          from unnest(cast(:jobs as text[])) as known (job)
          full join schedule_run r on r.job = known.job
          left join qrtz_triggers t on t.trigger_group = :group and t.trigger_name = coalesce(r.job, known.job)
            and t.next_fire_time > 0
          order by name
          """).param("jobs", jobs.stream().map(Recurring::name).toArray(String[]::new))
                .param("group", QuartzTimetable.GROUP).query(ScheduleRuns::read).list();
    }

    void record(String job, String node, Instant now, Duration took, @Nullable String failure) {
        sql.sql("""
          insert into schedule_run as known (job, node, ran_at, took_ms, failure, runs, failures, last_succeeded_at, last_failed_at,
                                             last_failure)
          values (:job, :node, :now, :took, :failure, 1, case when :failure::text is null then 0 else 1 end,
                  case when :failure::text is null then :now end, case when :failure::text is not null then :now end, :failure)
          on conflict (job) do update set
            node = excluded.node, ran_at = excluded.ran_at, took_ms = excluded.took_ms, failure = excluded.failure,
            runs = known.runs + 1, failures = known.failures + excluded.failures,
            last_succeeded_at = coalesce(excluded.last_succeeded_at, known.last_succeeded_at),
            last_failed_at = coalesce(excluded.last_failed_at, known.last_failed_at),
            last_failure = coalesce(excluded.last_failure, known.last_failure)
          """)
                .param("job", job)
                .param("node", node)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("took", took.toMillis())
                .param("failure",
                        failure == null ? null : failure.substring(0, Math.min(failure.length(), LONGEST_REASON)))
                .update();
    }

    private static ScheduleRun read(ResultSet row, int number) throws SQLException {
        return new ScheduleRun(row.getString("name"), last(row), row.getLong("runs"), row.getLong("failures"),
                momentOrNone(row, "last_succeeded_at"), momentOrNone(row, "last_failed_at"),
                row.getString("last_failure"), nextIn(row));
    }

    private static ScheduleRun.@Nullable Last last(ResultSet row) throws SQLException {
        var at = momentOrNone(row, "ran_at");
        return at == null
                ? null
                : new ScheduleRun.Last(row.getString("node"), at, Duration.ofMillis(row.getLong("took_ms")),
                        row.getString("failure"));
    }

    private static @Nullable Duration nextIn(ResultSet row) throws SQLException {
        long millis = row.getLong("next_in_ms");
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }

    private static @Nullable Instant momentOrNone(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
