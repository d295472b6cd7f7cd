package io.pledge.incident;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** The letters to all, as stored. */
@Component
class BroadcastRecords {
    private final JdbcClient jdbc;

    BroadcastRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> withKey(String key) {
        return jdbc.sql("select id from broadcast where key = :key").param("key", key).query(Long.class).optional();
    }

    long add(IncidentId incident, Letter letter, PersonId by, Instant at) {
        long id = jdbc.sql("""
                insert into broadcast (key, incident_id, kind, next_word_at, written_by, written_at)
                values (:key, :incident, :kind, :next, :by, :at) returning id
                """).param("key", letter.key()).param("incident", incident.value()).param("kind", letter.kind().name())
                .param("next", Sql.at(letter.nextWordAt())).param("by", by.value()).param("at", Sql.at(at))
                .query(Long.class).single();
        letter.words().forEach((language, words) -> {
            if (!words.blank()) {
                add(id, language, words);
            }
        });
        return id;
    }

    private void add(long broadcast, Language language, Words words) {
        var solution = words.solution();
        jdbc.sql("""
                insert into broadcast_words (broadcast_id, language, text, cause, remedy, prevention)
                values (:id, :language, :text, :cause, :remedy, :prevention)
                """).param("id", broadcast).param("language", language.key()).param("text", words.text())
                .param("cause", solution == null ? null : solution.cause())
                .param("remedy", solution == null ? null : solution.remedy())
                .param("prevention", solution == null ? null : solution.prevention()).update();
    }

    /** @return how many cases it is to reach: those that are open, and of those that are to be resolved only such as are not */
    int address(long broadcast, IncidentId incident, Letter.Kind kind, Instant at) {
        return jdbc.sql("""
                insert into broadcast_case (broadcast_id, ticket_id, language, attention_at)
                select :broadcast, t.id, %s, :at from incident_case ic join ticket t on t.id = ic.ticket_id
                where ic.incident_id = :incident and ic.freed_at is null and %s
                """.formatted(Language.OF_TICKET, reached(kind))).param("broadcast", broadcast)
                .param("incident", incident.value()).param("at", Sql.at(at)).update();
    }

    /** Whom a letter is for, by the language they read. */
    Map<Language, List<String>> readers(IncidentId incident, Letter.Kind kind) {
        return jdbc.sql("""
                select %s as reads, coalesce(c.name, (select p.name from participant p where p.ticket_id = t.id
                                                      order by p.submitter desc, p.id limit 1)) as name
                from incident_case ic join ticket t on t.id = ic.ticket_id left join customer c on c.id = t.customer_id
                where ic.incident_id = :incident and ic.freed_at is null and %s order by 2, t.id
                """.formatted(Language.OF_TICKET, reached(kind))).param("incident", incident.value())
                .query((row, _) -> Map.entry(Language.read(row.getString("reads")), row.getString("name"))).list()
                .stream().distinct().collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String reached(Letter.Kind kind) {
        return switch (kind) {
            case MESSAGE -> "t.ended_at is null";
            case RESOLUTION -> "t.ended_at is null and t.state <> 'RESOLVED'";
        };
    }

    /** Whether a letter is still on its way. */
    boolean waits(IncidentId incident) {
        return jdbc.sql("""
                select exists (select from broadcast_case c join broadcast b on b.id = c.broadcast_id
                               where b.incident_id = :incident and c.attention_at is not null)
                """).param("incident", incident.value()).query(Boolean.class).single();
    }

    List<Broadcast> of(IncidentId incident) {
        var words = words(incident);
        var ways = ways(incident);
        return jdbc.sql("select * from broadcast where incident_id = :incident order by id desc")
                .param("incident", incident.value()).query((row, _) -> {
                    long id = row.getLong("id");
                    return new Broadcast(id, incident, Letter.Kind.valueOf(row.getString("kind")),
                            Sql.optionalInstant(row, "next_word_at"), new PersonId(row.getLong("written_by")),
                            Sql.instant(row, "written_at"), words.getOrDefault(id, Map.of()),
                            ways.getOrDefault(id, Map.of()));
                }).list();
    }

    private Map<Long, Map<Language, Words>> words(IncidentId incident) {
        var words = new HashMap<Long, Map<Language, Words>>();
        jdbc.sql("""
                 select w.* from broadcast_words w join broadcast b on b.id = w.broadcast_id where b.incident_id = :incident
                 """).param("incident", incident.value()).query(row -> {
            words.computeIfAbsent(row.getLong("broadcast_id"), _ -> new EnumMap<>(Language.class)).put(
                    Language.read(row.getString("language")), words(row.getString("text"), row.getString("cause"),
                            row.getString("remedy"), row.getString("prevention")));
        });
        return words;
    }

    static Words words(String text, @Nullable String cause, @Nullable String remedy, @Nullable String prevention) {
        return new Words(text, cause == null
                ? null
                : new Words.Report(cause, Objects.requireNonNull(remedy), Objects.requireNonNull(prevention)));
    }

    private Map<Long, Map<Broadcast.Way, Long>> ways(IncidentId incident) {
        var ways = new HashMap<Long, Map<Broadcast.Way, Long>>();
        jdbc.sql("""
                 select c.broadcast_id, c.state, count(*) as many from broadcast_case c join broadcast b on b.id = c.broadcast_id
                 where b.incident_id = :incident group by c.broadcast_id, c.state
                 """).param("incident", incident.value())
                .query(row -> {
                    ways.computeIfAbsent(row.getLong("broadcast_id"), _ -> new EnumMap<>(Broadcast.Way.class))
                            .put(Broadcast.Way.valueOf(row.getString("state")), row.getLong("many"));
                });
        return ways;
    }
}
