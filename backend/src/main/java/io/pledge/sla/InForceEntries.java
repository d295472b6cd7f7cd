package io.pledge.sla;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.config.ConfigFile;
import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** What was put into force, one entry after the other; the last one counts for all nodes on the database. */
@Component
class InForceEntries {
    private final JdbcClient jdbc;
    private final Versions versions;
    private final Clock clock;

    InForceEntries(JdbcClient jdbc, Versions versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    /** @param by null where a node did it, that started with other files than were in force */
    record Entry(long id, Set<Long> versions, Instant since, @Nullable PersonId by) {}

    /** What counts now; nothing before the first start is through. */
    Optional<Entry> last() {
        return jdbc.sql("select * from sla_in_force order by id desc limit 1").query((row, _) -> entry(row)).optional();
    }

    /** Enters these versions, one writer at a time; where they are in force already, that entry stays. */
    @Transactional
    Entry enter(Set<Long> wanted, @Nullable PersonId by) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('sla_in_force'))").query().singleRow();
        return last().filter(last -> last.versions.equals(wanted)).orElseGet(() -> jdbc.sql("""
                insert into sla_in_force (versions, since, person_id) values (:versions, :since, :person) returning *
                """).param("versions", wanted.toArray(Long[]::new)).param("since", Sql.at(clock.instant()))
                .param("person", by == null ? null : by.value()).query((row, _) -> entry(row)).single());
    }

    /** Reads the versions of an entry; the database has every text that was ever in force. */
    InForce read(long entry, Set<Long> wanted) {
        var texts = jdbc.sql("select id, name, body from sla_version where id = any(:ids)")
                .param("ids", wanted.toArray(Long[]::new)).query(Text.class).list();
        var policies = texts.stream().filter(Text::isPolicies).map(Text::policies).findFirst().orElseThrow();
        return new InForce(entry, policies, new Calendars(texts.stream().filter(text -> !text.isPolicies())
                .map(text -> new Calendars.Versioned(versions.calendar(text.id), text.id))
                .collect(Collectors.toMap(one -> one.calendar().name(), Function.identity()))));
    }

    /** What tells the texts of versions from others, by their names. */
    Map<String, String> fingerprints(Set<Long> wanted) {
        return jdbc.sql("select name, fingerprint from sla_version where id = any(:ids)")
                .param("ids", wanted.toArray(Long[]::new))
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A version as it is stored. */
    private record Text(long id, String name, String body) {
        boolean isPolicies() {
            return name.equals(PolicyVersions.POLICIES);
        }

        Policies policies() {
            return new Policies(id,
                    PolicyFile.read(ConfigFile.read(Path.of("sla-policies.yml"), new StringReader(body))));
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var by = Sql.optionalLong(row, "person_id");
        return new Entry(row.getLong("id"), new TreeSet<>(Arrays.asList((Long[]) row.getArray("versions").getArray())),
                Sql.instant(row, "since"), by == null ? null : new PersonId(by));
    }
}
