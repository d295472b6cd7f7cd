package io.pledge.lessons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.sql.Sql;

/** The lessons as they stand in the library, newest first; needs no search engine. */
@Component
public class Shelves {
    private static final String LIST = """
            select l.*, v.title, v.situation, v.cause, v.remedy, v.prevention, v.written_by, v.written_at
            from lesson l join lesson_version v on v.lesson_id = l.id and v.number = %s
            where %s order by l.changed_at desc, l.id desc limit :size
            """;

    private final JdbcClient jdbc;

    Shelves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lesson on its shelf: the published text for readers, the latest for reviewers. */
    public record Shelved(Lesson lesson, Instant changedAt) {
        /** Where the list goes on after this one. */
        public LessonFilter.Cursor cursor() {
            return new LessonFilter.Cursor(changedAt, lesson.id().value());
        }
    }

    /**
     * @param scope of the reader: published lessons are for everybody, all others for those who see their case
     * @param after the last lesson of the page before; null for the first page
     */
    public List<Shelved> list(LessonFilter filter, Scope scope, LessonFilter.@Nullable Cursor after, int size) {
        var parameters = new HashMap<String, Object>();
        var conditions = new ArrayList<String>(List.of(filter.shelf().condition()));
        if (filter.shelf() != LessonFilter.Shelf.PUBLISHED) {
            conditions.add(seen(scope));
            parameters.putAll(scope.parameters());
        }
        if (filter.kind() != null) {
            conditions.add("l.kind = :kind");
            parameters.put("kind", filter.kind().name());
        }
        if (filter.product() != null) {
            conditions.add("l.product = :product");
            parameters.put("product", filter.product());
        }
        if (after != null) {
            conditions.add("(l.changed_at, l.id) < (:after, :id)");
            parameters.put("after", after.changedAt().atOffset(java.time.ZoneOffset.UTC));
            parameters.put("id", after.id());
        }
        return jdbc.sql(LIST.formatted(filter.shelf().number(), String.join(" and ", conditions))).params(parameters)
                .param("size", size).query(Shelves::shelved).list();
    }

    /** How many lessons of cases within the scope wait for a review, for a count beside the shelf. */
    public long awaitingReview(Scope scope) {
        return jdbc.sql("select count(*) from lesson l where " + LessonFilter.Shelf.REVIEW.condition() + " and "
                + seen(scope)).params(scope.parameters()).query(Long.class).single();
    }

    private static String seen(Scope scope) {
        return "exists (select from ticket t where t.id = l.ticket_id and %s)".formatted(scope.condition("t"));
    }

    private static Shelved shelved(ResultSet row, int index) throws SQLException {
        return new Shelved(LessonRows.lesson(row, index), Sql.instant(row, "changed_at"));
    }
}
