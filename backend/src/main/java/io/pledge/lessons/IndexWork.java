package io.pledge.lessons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** What the search index has yet to learn. Written in the transaction of the change, so that nothing is forgotten. */
@Component
class IndexWork {
    /** After this time what somebody took is taken again: they have died. */
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    private final JdbcClient jdbc;

    IndexWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A subject to be brought up to date, and the generation that writing it will carry. */
    record Item(Subject subject, long generation, int attempts) {}

    /** What waits. */
    record Waiting(long count, @Nullable Instant since, @Nullable String lastError) {}

    void ask(Subject subject, Instant at) {
        jdbc.sql("""
                 insert into index_work (type, subject, asked_at, due_at) values (:type, :subject, :at, :at)
                 on conflict (type, subject) do update set generation = nextval('index_generation'), due_at = excluded.due_at
                 """).param("type", subject.type().name()).param("subject", subject.id()).param("at", Sql.at(at))
                .update();
    }

    /** Takes what is due; nobody else gets it for a while. */
    List<Item> take(Instant now, int limit) {
        return jdbc.sql("""
                        update index_work w set due_at = :until, attempts = w.attempts + 1
                        from (select type, subject from index_work where due_at <= :now order by due_at limit :limit
                              for update skip locked) due
                        where w.type = due.type and w.subject = due.subject
                        returning w.type, w.subject, w.generation, w.attempts
                        """).param("until", Sql.at(now.plus(LEASE))).param("now", Sql.at(now)).param("limit", limit)
                .query(IndexWork::item).list();
    }

    /** Strikes what is done, unless it was asked for again meanwhile. */
    void done(Collection<Item> items) {
        jdbc.sql("""
                 delete from index_work w using unnest(cast(:types as text[]), cast(:subjects as bigint[]),
                     cast(:generations as bigint[])) done (type, subject, generation)
                 where w.type = done.type and w.subject = done.subject and w.generation = done.generation
                 """).param("types", items.stream().map(i -> i.subject().type().name()).toArray(String[]::new))
                .param("subjects", items.stream().map(i -> i.subject().id()).toArray(Long[]::new))
                .param("generations", items.stream().map(Item::generation).toArray(Long[]::new)).update();
    }

    /** Leaves it for later, the later the more often it failed. */
    void failed(Item item, String reason, Instant now) {
        var pause = Duration.ofSeconds(1L << Math.min(item.attempts(), DOUBLINGS));
        jdbc.sql("""
                 update index_work set due_at = :due, last_error = :reason
                 where type = :type and subject = :subject and generation = :generation
                 """).param("type", item.subject().type().name()).param("subject", item.subject().id())
                .param("generation", item.generation()).param("reason", reason)
                .param("due", Sql.at(now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE))).update();
    }

    Waiting waiting() {
        return jdbc.sql("""
                        select count(*) as count, min(asked_at) as since,
                               (array_agg(last_error order by due_at desc) filter (where last_error is not null))[1] as error
                        from index_work
                        """)
                .query((row, index) -> new Waiting(row.getLong("count"), Sql.optionalInstant(row, "since"),
                        row.getString("error")))
                .single();
    }

    private static Item item(ResultSet row, int index) throws SQLException {
        return new Item(new Subject(Subject.Type.valueOf(row.getString("type")), row.getLong("subject")),
                row.getLong("generation"), row.getInt("attempts"));
    }
}
