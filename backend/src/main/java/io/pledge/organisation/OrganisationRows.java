package io.pledge.organisation;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.sql.Sql;

/** Writes units and people. What is the same already is left alone, so that its version stays. */
@Component
class OrganisationRows {
    private final JdbcClient jdbc;

    OrganisationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit, back at work where it was retired; its head is appointed once its people are there. */
    void put(String origin, PlannedUnit unit) {
        jdbc.sql("""
                 insert into service_unit (key, parent_id, path, tier, name, zone, calendar, language, languages, address,
                                           products, duty, origin)
                 values (:key, (select id from service_unit where key = :parent),
                         coalesce((select path from service_unit where key = :parent), '/') || :key || '/',
                         :tier, :name, :zone, :calendar, :language, cast(:languages as text[]), :address,
                         cast(:products as text[]), cast(:duty as text[]), :origin)
                 on conflict (key) do update
                 set parent_id = excluded.parent_id, path = excluded.path, tier = excluded.tier, name = excluded.name,
                     zone = excluded.zone, calendar = excluded.calendar, language = excluded.language,
                     languages = excluded.languages, address = excluded.address, products = excluded.products,
                     duty = excluded.duty,
                     origin = excluded.origin, retired_at = null, version = service_unit.version + 1
                 where (service_unit.parent_id, service_unit.path, service_unit.tier, service_unit.name,
                        service_unit.zone, service_unit.calendar, service_unit.language, service_unit.languages,
                        service_unit.address, service_unit.products, service_unit.duty, service_unit.origin,
                        service_unit.retired_at)
                     is distinct from
                       (excluded.parent_id, excluded.path, excluded.tier, excluded.name,
                        excluded.zone, excluded.calendar, excluded.language, excluded.languages,
                        excluded.address, excluded.products, excluded.duty, excluded.origin,
                        null)
                 """).param("key", unit.key()).param("parent", unit.parent()).param("tier", unit.tier().name())
                .param("name", unit.name()).param("zone", unit.zone().getId()).param("calendar", unit.calendar())
                .param("language", unit.language().toLanguageTag()).param("address", unit.address())
                .param("languages", sorted(unit.languages().stream().map(Locale::toLanguageTag)))
                .param("products", sorted(unit.products().stream())).param("duty", sorted(unit.duty().stream()))
                .param("origin", origin).update();
    }

    void appoint(PlannedUnit unit) {
        jdbc.sql("""
                 update service_unit set supervisor_id = head.id, version = version + 1
                 from (select (select id from person where username = :head) as id) head
                 where key = :key and supervisor_id is distinct from head.id
                 """).param("head", unit.supervisor()).param("key", unit.key()).update();
    }

    /** A person, back at work where they were retired. */
    void put(String origin, PlannedPerson person) {
        jdbc.sql("""
                 insert into person (username, name, email, language, zone, unit_id, skills, origin)
                 values (:username, :name, :email, :language, :zone, (select id from service_unit where key = :unit),
                         cast(:skills as text[]), :origin)
                 on conflict (username) do update
                 set name = excluded.name, email = excluded.email, language = excluded.language, zone = excluded.zone,
                     unit_id = excluded.unit_id, skills = excluded.skills, origin = excluded.origin, retired_at = null,
                     version = person.version + 1
                 where (person.name, person.email, person.language, person.zone, person.unit_id, person.skills,
                        person.origin, person.retired_at)
                     is distinct from
                       (excluded.name, excluded.email, excluded.language, excluded.zone, excluded.unit_id,
                        excluded.skills, excluded.origin, null)
                 """).param("username", person.username()).param("name", person.name()).param("email", person.email())
                .param("language", person.language().toLanguageTag()).param("zone", person.zone().getId())
                .param("unit", person.unit()).param("skills", sorted(person.skills().stream()))
                .param("origin", origin).update();
        roles(person);
    }

    private void roles(PlannedPerson person) {
        var roles = sorted(person.roles().stream().map(Role::name));
        int changed = jdbc.sql("""
                               delete from person_role using person
                               where person.id = person_id and username = :username and role <> all(cast(:roles as text[]))
                               """).param("username", person.username()).param("roles", roles).update()
                + jdbc.sql("""
                           insert into person_role
                           select id, unnest(cast(:roles as text[])) from person where username = :username
                           on conflict do nothing
                           """).param("username", person.username()).param("roles", roles).update();
        if (changed > 0) {
            jdbc.sql("update person set version = version + 1 where username = ?").param(person.username()).update();
        }
    }

    /** Names who stands in for a person, once everybody is there. */
    void name(PlannedPerson person) {
        jdbc.sql("""
                 update person set deputy_id = deputy.id, version = version + 1
                 from (select (select id from person where username = :deputy) as id) deputy
                 where username = :username and deputy_id is distinct from deputy.id
                 """).param("deputy", person.deputy()).param("username", person.username()).update();
    }

    /** Retires what an origin brought in and its plan has no longer. */
    void retireOthers(String origin, OrganisationPlan stay, Instant at) {
        jdbc.sql("""
                 update service_unit set retired_at = :at, version = version + 1
                 where origin = :origin and retired_at is null and key <> all(cast(:stay as text[]))
                 """).param("at", Sql.at(at)).param("origin", origin)
                .param("stay", sorted(stay.units().stream().map(PlannedUnit::key))).update();
        jdbc.sql("""
                 update person set retired_at = :at, password_hash = null, version = version + 1
                 where origin = :origin and retired_at is null and username <> all(cast(:stay as text[]))
                 """).param("at", Sql.at(at)).param("origin", origin)
                .param("stay", sorted(stay.people().stream().map(PlannedPerson::username))).update();
    }

    /** Who brought a unit or a person in. */
    String origin(Subject subject) {
        var sql = switch (subject.kind()) {
            case UNIT -> "select origin from service_unit where key = ?";
            case PERSON -> "select origin from person where username = ?";
        };
        return jdbc.sql(sql).param(subject.key()).query(String.class).single();
    }

    void retire(Subject subject, Instant at) {
        var sql = switch (subject.kind()) {
            case UNIT -> "update service_unit set retired_at = :at, version = version + 1 where key = :key";
            case PERSON ->
                "update person set retired_at = :at, password_hash = null, version = version + 1 where username = :key";
        };
        jdbc.sql(sql).param("at", Sql.at(at)).param("key", subject.key()).update();
    }

    private static String[] sorted(Stream<String> texts) {
        return texts.sorted().toArray(String[]::new);
    }
}
