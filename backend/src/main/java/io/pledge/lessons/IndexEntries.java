package io.pledge.lessons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** Reads from the database what belongs into the search index: published lessons and solved cases. */
@Component
class IndexEntries {
    private static final String LESSONS = """
                                          select 'LESSON' as type, l.id as ref, l.ticket_id as ticket, v.title, v.situation, v.cause,
                                                 v.remedy, v.prevention, l.kind, l.product, cast('{}' as text[]) as paths,
                                                 cast(null as bigint) as manager, l.changed_at as at
                                          from lesson l
                                          join lesson_version v on v.lesson_id = l.id and v.number = l.published_number
                                          where l.state = 'PUBLISHED' and\s""";
    private static final String CASES = """
                                        select 'CASE' as type, t.id as ref, t.id as ticket, t.title, '' as situation, r.cause, r.remedy,
                                               r.prevention, t.kind, t.product, t.involved_paths as paths,
                                               t.account_manager_id as manager, t.resolved_at as at
                                        from ticket t
                                        join lateral (select * from resolution where ticket_id = t.id order by id desc limit 1) r on true
                                        where t.state in ('RESOLVED', 'CLOSED', 'CLOSED_UNCONFIRMED') and\s""";

    private final JdbcClient jdbc;

    IndexEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries of these subjects; what is not there has no place in the index. */
    List<IndexEntry> of(Collection<Subject> subjects) {
        var found = new ArrayList<IndexEntry>();
        found.addAll(of(LESSONS + "l.id", Subject.Type.LESSON, subjects));
        found.addAll(of(CASES + "t.id", Subject.Type.CASE, subjects));
        return found;
    }

    private List<IndexEntry> of(String sql, Subject.Type type, Collection<Subject> subjects) {
        var ids = subjects.stream().filter(s -> s.type() == type).map(Subject::id).toArray(Long[]::new);
        return ids.length == 0
                ? List.of()
                : jdbc.sql(sql + " = any(:ids)").param("ids", ids).query(IndexEntries::entry).list();
    }

    /** A page of all entries of a type, in the order of their ids. */
    List<IndexEntry> after(Subject.Type type, long id, int size) {
        var sql = switch (type) {
            case LESSON -> LESSONS + "l.id > :after order by l.id limit :size";
            case CASE -> CASES + "t.id > :after order by t.id limit :size";
        };
        return jdbc.sql(sql).param("after", id).param("size", size).query(IndexEntries::entry).list();
    }

    private static IndexEntry entry(ResultSet row, int index) throws SQLException {
        return new IndexEntry(row.getString("type"), row.getLong("ref"), row.getLong("ticket"), row.getString("title"),
                row.getString("situation"), row.getString("cause"), row.getString("remedy"),
                row.getString("prevention"), row.getString("kind"), row.getString("product"),
                Sql.texts(row, "paths").stream().distinct().toList(), Sql.optionalLong(row, "manager"),
                Sql.instant(row, "at").toEpochMilli());
    }
}
