package io.pledge.jar;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.pledge.embedded.SharedSearch;
import io.pledge.testing.SharedPostgres;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar as in production: a PostgreSQL and a search engine started apart from it, two nodes, and one of them killed. */
class TwoNodesIT {
    private static final String ADMIN = "an initial password";

    @TempDir
    private Path folder;
    private final String database = SharedPostgres.newDatabase();
    private final DriverManagerDataSource dataSource = new DriverManagerDataSource(database, "postgres", "");
    private final JdbcClient sql = JdbcClient.create(dataSource);

    @AfterAll
    static void stopTheEngines() {
        SharedSearch.stop();
        SharedPostgres.stop();
    }

    @Test
    void oneGoesOnWhenTheOtherIsKilledInTheMiddleOfASweepAndNothingIsMissedOrDoneTwice() {
        try (Node first = new Node("first", folder, settings()); Node second = new Node("second", folder, settings())) {
            // both at once, on an empty database
            first.awaitReady();
            second.awaitReady();
            noEngineAndNoDemonstration(first, second);
            eachFollowsWhatIsPutIntoForce(first, second);
            var pages = List.of(first.submit(complaint()), second.submit(complaint()));
            assertThat(second.get(pages.getFirst() + "?lang=en").body()).contains("You will hear from us by",
                    "The crane stands still.");

            var due = DueAtOnce.like(new TicketId(sql.sql("select min(id) from ticket").query(Long.class).single()),
                    dataSource);
            Awaitility.await("a sweep is at work").pollInterval(Duration.ofMillis(20)).until(() -> due.broken() > 0);
            Node killed = isSweeping(first) ? first : second;
            Node left = killed == first ? second : first;
            OffsetDateTime killedAt = databaseTime();
            killed.kill();
            Awaitility.await("its connections end").until(() -> connections(killed) == 0);
            int done = due.broken();
            assertThat(done).as("recorded when it was killed").isStrictlyBetween(0, DueAtOnce.CASES);

            pages.forEach(page -> assertThat(left.get(page + "?lang=en").body()).contains("You will hear from us by"));
            assertThat(left.get(left.submit(complaint())).statusCode()).isEqualTo(200);
            Awaitility.await("the other sweeps").pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30))
                    .until(() -> isSweeping(left));
            assertThat(Duration.between(killedAt, databaseTime())).isLessThanOrEqualTo(Duration.ofSeconds(15));
            Awaitility.await("nothing is left").atMost(Duration.ofSeconds(60))
                    .until(() -> due.broken() == DueAtOnce.CASES && sweptAfter(killedAt));
            due.eachIsHandledExactlyOnce();
            assertThat(left.log()).doesNotContain(" ERROR ");
        }
    }

    private void eachFollowsWhatIsPutIntoForce(Node first, Node second) {
        sql.sql("""
                with changed as (
                    insert into sla_version (name, fingerprint, body, loaded_at)
                    select name, 'changed', body || '# changed', loaded_at from sla_version where name = 'policies'
                    returning id)
                insert into sla_in_force (versions, since)
                select array(select id from changed union all select id from sla_version where name <> 'policies'), now()
                """).update();
        for (var node : List.of(first, second)) {
            Awaitility.await("the node follows").atMost(Duration.ofSeconds(10))
                    .until(() -> node.log().contains("New promises are made under the versions"));
        }
    }

    /** Whether the node runs the watch at this moment. */
    private boolean isSweeping(Node node) {
        return sql.sql("""
                select exists (select from qrtz_fired_triggers
                               where trigger_name = 'promises' and state = 'EXECUTING' and instance_name = :node)
                """).param("node", node.name()).query(Boolean.class).single();
    }

    private int connections(Node node) {
        return sql.sql("select count(*) from pg_stat_activity where application_name = :node")
                .param("node", node.name()).query(Integer.class).single();
    }

    private void noEngineAndNoDemonstration(Node node, Node other) {
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(node.get("/sign-in").body()).doesNotContain("pledge-demo");
        assertThat(node.get("/demo/mailbox").statusCode()).isNotEqualTo(200);
        assertThat(node.get("/api/v1/calendars/compute", "local-engineer", "pledge-demo").statusCode()).isEqualTo(401);
        assertThat(sql.sql("select count(*) from ticket").query(Integer.class).single()).isZero();
        assertThat(node.log() + other.log()).contains("The initial password is set for the administrator 'admin'")
                .doesNotContain(ADMIN);
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("pledge.config-dir", Path.of("config").toAbsolutePath().toString());
        settings.put("pledge.data-dir", folder.resolve("data").toString());
        settings.put("spring.datasource.url", database);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.elasticsearch.uris", SharedSearch.url());
        settings.put("pledge.search.opensearch-compatible", "true");
        settings.put("pledge.search.index-prefix", "nodes-");
        settings.put("pledge.security.initial-admin-password", ADMIN);
        return settings;
    }

    private static Map<String, String> complaint() {
        return Map.of("kind", "COMPLAINT", "severity", "CRITICAL", "text", "The crane stands still.", "name", "Priya",
                "address", "priya@example.com", "zone", "Asia/Shanghai", "place", "crane hall 2", "key",
                UUID.randomUUID().toString());
    }

    private OffsetDateTime databaseTime() {
        return sql.sql("select now()").query(OffsetDateTime.class).single();
    }

    private boolean sweptAfter(OffsetDateTime moment) {
        return sql.sql("select exists (select from schedule_run where job = 'promises' and ran_at > :moment)")
                .param("moment", moment).query(Boolean.class).single();
    }
}
