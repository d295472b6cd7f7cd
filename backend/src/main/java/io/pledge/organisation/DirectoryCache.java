package io.pledge.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.pledge.sql.Sql;

/**
 * The directory in memory: it is small, asked for on every page, and changes seldom. Each change is counted in the database, so that
 * the other nodes read anew within seconds; whoever misses something before looks once more after reading anew.
 */
@Component
class DirectoryCache {
    /** Days that an absence is remembered after it is over: what is entered late may have happened in it. */
    private static final int REMEMBERED = 31;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Directory held;

    DirectoryCache(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Directory directory() {
        Directory now = held;
        if (now == null) {
            now = read();
            held = now;
        }
        return now;
    }

    <T> Optional<T> find(Function<Directory, Optional<T>> question) {
        return question.apply(directory()).or(() -> {
            forget();
            return question.apply(directory());
        });
    }

    /** Forgets what another node has changed since; costs one question to the database. */
    void follow() {
        Directory now = held;
        if (now != null && now.version() != version()) {
            forget();
        }
    }

    /** Reads anew at the next question, and once more after the running transaction, whose rows nobody else sees before. */
    void changed() {
        jdbc.sql("update organisation_state set version = version + 1").update();
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }

    private void forget() {
        held = null;
    }

    /** What the tables hold now, past the memory. */
    Directory read() {
        // first: what changes while the rest is read is then read once more
        long version = version();
        Set<UnitId> retiredUnits = new HashSet<>();
        Set<PersonId> retiredPeople = new HashSet<>();
        List<ServiceUnit> units = jdbc.sql("select * from service_unit").query((row, n) -> {
            ServiceUnit unit = unit(row);
            if (row.getTimestamp("retired_at") != null) {
                retiredUnits.add(unit.id());
            }
            return unit;
        }).list();
        List<Person> people = jdbc
                .sql("""
                     select person.*, array(select role from person_role where person_id = person.id) as roles
                     from person
                     """).query((row, n) -> {
                    Person person = person(row);
                    if (row.getTimestamp("retired_at") != null) {
                        retiredPeople.add(person.id());
                    }
                    return person;
                }).list();
        return Directory.of(version, units, people, Set.copyOf(retiredUnits), Set.copyOf(retiredPeople),
                absences());
    }

    private List<Absence> absences() {
        return jdbc.sql("select * from absence where ended_at is null and until_on >= ?")
                .param(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(REMEMBERED))
                .query(Absence::read).list();
    }

    private long version() {
        return jdbc.sql("select version from organisation_state").query(Long.class).single();
    }

    private static ServiceUnit unit(ResultSet row) throws SQLException {
        Long parent = row.getObject("parent_id", Long.class);
        Long supervisor = row.getObject("supervisor_id", Long.class);
        return new ServiceUnit(new UnitId(row.getLong("id")), row.getString("key"),
                parent == null ? null : new UnitId(parent),
                row.getString("path"), Tier.valueOf(row.getString("tier")), row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getString("calendar"), Locale.forLanguageTag(row.getString("language")),
                supervisor == null ? null : new PersonId(supervisor), row.getString("address"),
                Sql.texts(row, "languages").stream().map(Locale::forLanguageTag)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(Sql.texts(row, "products")), Set.copyOf(Sql.texts(row, "duty")), row.getInt("version"));
    }

    private static Person person(ResultSet row) throws SQLException {
        Set<Role> roles = Stream.of((String[]) row.getArray("roles").getArray()).map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        Long deputy = Sql.optionalLong(row, "deputy_id");
        return new Person(new PersonId(row.getLong("id")), row.getString("username"), row.getString("name"),
                row.getString("email"), new UnitId(row.getLong("unit_id")), roles,
                Locale.forLanguageTag(row.getString("language")), ZoneId.of(row.getString("zone")),
                Set.copyOf(Sql.texts(row, "skills")), deputy == null ? null : new PersonId(deputy),
                row.getInt("version"));
    }
}
