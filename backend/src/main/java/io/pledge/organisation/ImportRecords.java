package io.pledge.organisation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.sql.Sql;

/** What was taken over of the operator's file, each time. */
@Component
class ImportRecords {
    private static final TypeReference<Map<String, Map<Attribute, String>>> ENTRIES = new TypeReference<>() {
    };
    private static final String BETWEEN = "/";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRecords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param by null where a start did it */
    record Entry(long id, Snapshot said, Instant at, @Nullable PersonId by) {}

    Optional<Entry> last() {
        return jdbc.sql("select * from organisation_import order by id desc limit 1").query((row, n) -> {
            var by = Sql.optionalLong(row, "imported_by");
            return new Entry(row.getLong("id"), read(row.getString("plan")), Sql.instant(row, "imported_at"),
                    by == null ? null : new PersonId(by));
        }).optional();
    }

    /** @param body the file; null for what the tables held before this was kept */
    void enter(@Nullable String body, Snapshot said, Instant at, @Nullable PersonId by) {
        var entries = new HashMap<String, Map<Attribute, String>>();
        said.entries().forEach((subject, fields) -> entries.put(subject.kind() + BETWEEN + subject.key(), fields));
        jdbc.sql("""
                 insert into organisation_import (body, plan, imported_at, imported_by)
                 values (:body, cast(:plan as jsonb), :at, :by)
                 """).param("body", body).param("plan", json.writeValueAsString(entries)).param("at", Sql.at(at))
                .param("by", by == null ? null : by.value()).update();
    }

    private Snapshot read(String plan) {
        var entries = new HashMap<Subject, Map<Attribute, String>>();
        json.readValue(plan, ENTRIES).forEach((name, fields) -> {
            var parts = name.split(BETWEEN, 2);
            entries.put(new Subject(Subject.Kind.valueOf(parts[0]), parts[1]), fields);
        });
        return new Snapshot(entries);
    }
}
