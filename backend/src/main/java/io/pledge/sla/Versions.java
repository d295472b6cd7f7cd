package io.pledge.sla;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarJson;
import io.pledge.sql.Sql;

/**
 * Versions of policies and calendars, each written once. A promise keeps the version under which it was made, so that a
 * changed file never moves what a customer was told.
 */
@Component
class Versions {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Long, BusinessCalendar> calendars = new ConcurrentHashMap<>();

    Versions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every text kept under its name. */
    Set<Long> keep(Map<String, String> bodies) {
        return bodies.entrySet().stream().map(text -> keep(text.getKey(), text.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What tells one text from another. */
    static String fingerprint(String body) {
        return UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString();
    }

    BusinessCalendar calendar(long version) {
        return calendars.computeIfAbsent(version, this::load);
    }

    /** The version of this text under this name; a new one where the text is new. */
    private long keep(String name, String body) {
        var fingerprint = fingerprint(body);
        jdbc.sql("""
                insert into sla_version (name, fingerprint, body, loaded_at) values (:name, :fingerprint, :body, :at)
                on conflict do nothing
                """).param("name", name).param("fingerprint", fingerprint).param("body", body)
                .param("at", Sql.at(clock.instant())).update();
        return jdbc.sql("select id from sla_version where name = :name and fingerprint = :fingerprint")
                .param("name", name).param("fingerprint", fingerprint).query(Long.class).single();
    }

    private BusinessCalendar load(long version) {
        var body = jdbc.sql("select body from sla_version where id = :id").param("id", version).query(String.class)
                .single();
        return BusinessCalendar.of(CalendarJson.fromJson(body));
    }
}
