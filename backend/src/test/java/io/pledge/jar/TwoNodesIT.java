package io.pledge.jar;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
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

import static org.assertj.core.api.Assertions.assertThat;

/** The jar as in production: a PostgreSQL and a search engine started apart from it, two nodes, and one of them killed. */
class TwoNodesIT {
    private static final String ADMIN = "an initial password";

    @TempDir
    private Path folder;
    private final String database = SharedPostgres.newDatabase();
    private final JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));

    @AfterAll
    static void stopTheEngines() {
        SharedSearch.stop();
        SharedPostgres.stop();
    }

    @Test
    void aCaseOutlivesTheNodeThatTookItAndTheOtherGoesOnWatching() {
        try (Node first = new Node(folder, settings()); Node second = new Node(folder, settings())) {
            // both at once, on an empty database
            first.awaitReady();
            second.awaitReady();
            noEngineAndNoDemonstration(first, second);
            String page = first.submit(complaint());
            assertThat(second.get(page + "?lang=en").body()).contains("You will hear from us by",
                    "The crane stands still.");

            first.kill();
            OffsetDateTime killed = databaseTime();

            assertThat(second.get(page + "?lang=en").body()).contains("You will hear from us by");
            assertThat(second.get(second.submit(complaint())).statusCode()).isEqualTo(200);
            Awaitility.await("the watch looks again").atMost(Duration.ofSeconds(15))
                    .until(() -> watchedAfter(killed));
            assertThat(second.log()).doesNotContain(" ERROR ");
        }
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

    private boolean watchedAfter(OffsetDateTime moment) {
        return sql.sql("select exists (select from schedule_run where job = 'promises' and ran_at > :moment)")
                .param("moment", moment).query(Boolean.class).single();
    }
}
