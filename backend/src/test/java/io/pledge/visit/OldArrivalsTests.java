package io.pledge.visit;

import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import io.pledge.testing.SharedPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** A database in which engineers arrived before visits were planned. */
class OldArrivalsTests {
    private static final String BEFORE = "202611242140";

    @Test
    void arrivalsOfBeforeStayAndAreVisitsWhoseEndNobodyTold() {
        String url = SharedPostgres.newDatabase();
        migrate(url, MigrationVersion.fromVersion(BEFORE));
        try (var connection = new SingleConnectionDataSource(url, "postgres", "", true)) {
            JdbcClient jdbc = JdbcClient.create(connection);
            jdbc.sql("set session_replication_role = replica").update();
            jdbc.sql("""
                     insert into person (id, username, name, language, zone, unit_id, origin) overriding system value
                     values (7, 'lena', 'Lena', 'en', 'Europe/Berlin', 1, 'FILE')
                     """).update();
            jdbc.sql("""
                     insert into ticket (id, version, submission_key, kind, severity, state, channel, title, language, zone,
                                         unit_id, unit_path, involved_paths, tier, home_unit_id, submitted_at, recorded_at)
                     values (10001, 0, 'k', 'FAULT', 'MINOR', 'TAKEN', 'FORM', 'Fan', 'en', 'Europe/Warsaw', 1, '/hq/', '{/hq/}',
                             'LOCAL', 1, '2026-11-19T06:00Z', '2026-11-19T06:00Z')
                     """).update();
            jdbc.sql("""
                     insert into visit (ticket_id, arrived_at, told_by, note, recorded_at)
                     values (10001, '2026-11-19T08:00Z', 7, 'Gate 3.', '2026-11-19T09:00Z'),
                            (10001, '2026-11-20T08:00Z', null, null, '2026-11-20T09:00Z')
                     """).update();

            migrate(url, MigrationVersion.LATEST);

            assertThat(jdbc.sql("select note from arrival order by arrived_at").query(String.class).list())
                    .containsExactly("Gate 3.", null);
            assertThat(read(jdbc)).containsExactly("DONE 7 Europe/Warsaw 2026-11-19 08:00:00 nobody told",
                    "DONE nobody Europe/Warsaw 2026-11-20 08:00:00 nobody told");
        }
    }

    private static List<String> read(JdbcClient jdbc) {
        return jdbc.sql("""
                        select concat_ws(' ', state, coalesce(engineer_id::text, 'nobody'), zone,
                                         arrived_at at time zone 'UTC', coalesce(left_at::text, 'nobody told'))
                        from visit order by arrived_at
                        """).query(String.class).list();
    }

    private static void migrate(String url, MigrationVersion target) {
        Flyway.configure().dataSource(url, "postgres", "").locations("classpath:db/migration").outOfOrder(true)
                .target(target).load().migrate();
    }
}
