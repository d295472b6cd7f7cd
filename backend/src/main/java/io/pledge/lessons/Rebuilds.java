package io.pledge.lessons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** The buildings of the index as stored: asked for, begun by one node, finished or failed. */
@Component
class Rebuilds {
    /** A building that showed no life for so long has died with its node. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for a building, unless one is under way already. */
    void ask(@Nullable PersonId by, Instant at) {
        jdbc.sql("insert into search_rebuild (asked_at, asked_by) values (:at, :by) on conflict do nothing")
                .param("at", Sql.at(at)).param("by", by == null ? null : by.value()).update();
    }

    /** Takes the building that was asked for, or one whose node died. */
    Optional<Long> begin(Instant now) {
        return jdbc.sql("""
                        update search_rebuild set started_at = :now, alive_at = :now
                        where finished_at is null and (alive_at is null or alive_at < :dead) returning id
                        """).param("now", Sql.at(now)).param("dead", Sql.at(now.minus(LEASE))).query(Long.class)
                .optional();
    }

    void named(long id, String index) {
        jdbc.sql("update search_rebuild set index_name = :index where id = :id").param("index", index).param("id", id)
                .update();
    }

    void alive(long id, long documents, Instant now) {
        jdbc.sql("update search_rebuild set alive_at = :now, documents = :documents where id = :id")
                .param("now", Sql.at(now)).param("documents", documents).param("id", id).update();
    }

    void finish(long id, @Nullable String failure, Instant now) {
        jdbc.sql("update search_rebuild set finished_at = :now, failure = :failure where id = :id")
                .param("now", Sql.at(now)).param("failure", failure).param("id", id).update();
    }

    /** Whether an index is being filled, so that what changes must be written to it, too. */
    boolean underWay() {
        return jdbc.sql("""
                        select exists (select from search_rebuild where finished_at is null and index_name is not null)
                        """).query(Boolean.class).single();
    }

    /** Indices of buildings that failed and are perhaps still there. */
    List<Left> failed(long current) {
        return left(current).stream().filter(Left::failed).toList();
    }

    /** Indices of earlier buildings that are still there. */
    List<Left> left(long current) {
        return jdbc.sql("""
                        select id, index_name, failure is not null as failed from search_rebuild
                        where id < :current and index_name is not null and dropped_at is null
                        """).param("current", current)
                .query((row, index) -> new Left(row.getLong("id"), row.getString("index_name"),
                        row.getBoolean("failed")))
                .list();
    }

    void dropped(long id, Instant now) {
        jdbc.sql("update search_rebuild set dropped_at = :now where id = :id").param("now", Sql.at(now))
                .param("id", id).update();
    }

    Optional<Rebuild> last() {
        return jdbc.sql("select * from search_rebuild order by id desc limit 1").query(Rebuilds::rebuild).optional();
    }

    record Left(long id, String index, boolean failed) {}

    private static Rebuild rebuild(ResultSet row, int index) throws SQLException {
        var by = Sql.optionalLong(row, "asked_by");
        return new Rebuild(Sql.instant(row, "asked_at"), by == null ? null : new PersonId(by),
                Sql.optionalInstant(row, "started_at"), Sql.optionalInstant(row, "finished_at"),
                row.getLong("documents"), row.getString("failure"));
    }
}
