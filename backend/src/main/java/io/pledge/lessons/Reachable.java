package io.pledge.lessons;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;

/** Asks the database which entries somebody may read now: the index may be a moment behind it. */
@Component
class Reachable {
    private final JdbcClient jdbc;

    Reachable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Subject> among(Collection<Subject> subjects, Scope scope) {
        var reachable = new HashSet<Subject>();
        jdbc.sql("select id from lesson where state = 'PUBLISHED' and id = any(:ids)")
                .param("ids", ids(subjects, Subject.Type.LESSON)).query(Long.class).list()
                .forEach(id -> reachable.add(new Subject(Subject.Type.LESSON, id)));
        jdbc.sql("select t.id from ticket t where t.id = any(:ids) and %s".formatted(scope.condition("t")))
                .param("ids", ids(subjects, Subject.Type.CASE)).params(scope.parameters()).query(Long.class).list()
                .forEach(id -> reachable.add(new Subject(Subject.Type.CASE, id)));
        return reachable;
    }

    private static Long[] ids(Collection<Subject> subjects, Subject.Type type) {
        return subjects.stream().filter(s -> s.type() == type).map(Subject::id).toArray(Long[]::new);
    }
}
