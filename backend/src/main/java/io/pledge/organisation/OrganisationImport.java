package io.pledge.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;

/** Brings the tables in line with a plan: inserts what is missing, updates what changed, retires what vanished. Doing it twice changes nothing. */
@Component
public class OrganisationImport {
    private final JdbcClient jdbc;
    private final DirectoryCache cache;
    private final Clock clock;

    OrganisationImport(JdbcClient jdbc, DirectoryCache cache, Clock clock) {
        this.jdbc = jdbc;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * Applies a plan whole or not at all. Two nodes starting together take turns.
     *
     * @param origin who brings the plan; only rows of the same origin are retired
     */
    @Transactional
    public void apply(String origin, OrganisationPlan plan) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organisation'))").query().singleRow();
        plan.units().forEach(unit -> put(origin, unit));
        plan.people().forEach(person -> put(origin, person));
        plan.units().forEach(this::appoint);
        retire("service_unit", "key", origin, plan.units().stream().map(PlannedUnit::key));
        retire("person", "username", origin, plan.people().stream().map(PlannedPerson::username));
        cache.changed();
    }

    private void put(String origin, PlannedUnit unit) {
        jdbc.sql("""
                 insert into service_unit (key, parent_id, path, tier, name, zone, calendar, language, origin)
                 values (:key, (select id from service_unit where key = :parent),
                         coalesce((select path from service_unit where key = :parent), '/') || :key || '/',
                         :tier, :name, :zone, :calendar, :language, :origin)
                 on conflict (key) do update
                 set parent_id = excluded.parent_id, path = excluded.path, tier = excluded.tier, name = excluded.name,
                     zone = excluded.zone, calendar = excluded.calendar, language = excluded.language,
                     origin = excluded.origin, retired_at = null
                 """).param("key", unit.key()).param("parent", unit.parent()).param("tier", unit.tier().name())
                .param("name", unit.name()).param("zone", unit.zone().getId()).param("calendar", unit.calendar())
                .param("language", unit.language().toLanguageTag()).param("origin", origin).update();
    }

    private void put(String origin, PlannedPerson person) {
        long id = jdbc
                .sql("""
                     insert into person (username, name, email, language, zone, unit_id, origin)
                     values (:username, :name, :email, :language, :zone, (select id from service_unit where key = :unit), :origin)
                     on conflict (username) do update
                     set name = excluded.name, email = excluded.email, language = excluded.language, zone = excluded.zone,
                         unit_id = excluded.unit_id, origin = excluded.origin, retired_at = null
                     returning id
                     """)
                .param("username", person.username()).param("name", person.name()).param("email", person.email())
                .param("language", person.language().toLanguageTag()).param("zone", person.zone().getId())
                .param("unit", person.unit()).param("origin", origin).query(Long.class).single();
        String[] roles = person.roles().stream().map(Role::name).toArray(String[]::new);
        jdbc.sql("delete from person_role where person_id = :id and role <> all(cast(:roles as text[]))")
                .param("id", id).param("roles", roles).update();
        jdbc.sql("insert into person_role select :id, unnest(cast(:roles as text[])) on conflict do nothing")
                .param("id", id).param("roles", roles).update();
    }

    private void appoint(PlannedUnit unit) {
        jdbc.sql(
                "update service_unit set supervisor_id = (select id from person where username = :head) where key = :key")
                .param("head", unit.supervisor()).param("key", unit.key()).update();
    }

    private void retire(String table, String key, String origin, Stream<String> stay) {
        jdbc.sql("""
                 update %s set retired_at = :now
                 where origin = :origin and retired_at is null and %s <> all(cast(:stay as text[]))
                 """.formatted(table, key))
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("origin", origin).param("stay", stay.toArray(String[]::new)).update();
    }
}
