package io.pledge.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.organisation.Difference.Field;
import io.pledge.sql.Sql;

/** Who changed what of units and people. The database refuses to change or delete a line of it. */
@Component
public class OrganisationHistory {
    /** What identifies a person can be erased, and a line here cannot: these fields are named without what they said. */
    private static final Set<Attribute> PERSONAL = Set.of(Attribute.NAME, Attribute.EMAIL);
    private static final TypeReference<List<Field>> FIELDS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrganisationHistory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One change.
     *
     * @param fields what changed, one by one; a person's name and address come without their texts
     * @param origin what brought it: the page, the operator's file, a replay
     * @param by null where nobody did it: at a start
     */
    public record Entry(Difference.What what, List<Field> fields, String origin, @Nullable PersonId by, Instant at) {}

    /** What happened to a unit or a person, the latest first. */
    public List<Entry> of(Subject subject) {
        return jdbc.sql("""
                        select * from organisation_change where kind = :kind and key = :key order by id desc
                        """).param("kind", subject.kind().name()).param("key", subject.key()).query((row, n) -> {
            var by = Sql.optionalLong(row, "changed_by");
            return new Entry(Difference.What.valueOf(row.getString("what")),
                    json.readValue(row.getString("detail"), FIELDS), row.getString("origin"),
                    by == null ? null : new PersonId(by), Sql.instant(row, "changed_at"));
        }).list();
    }

    void record(List<Difference> changes, String origin, @Nullable PersonId by, Instant at) {
        changes.forEach(change -> jdbc
                .sql("""
                     insert into organisation_change (kind, key, what, detail, origin, changed_by, changed_at)
                     values (:kind, :key, :what, cast(:detail as jsonb), :origin, :by, :at)
                     """)
                .param("kind", change.subject().kind().name()).param("key", change.subject().key())
                .param("what", change.what().name()).param("detail", json.writeValueAsString(kept(change)))
                .param("origin", origin).param("by", by == null ? null : by.value()).param("at", Sql.at(at))
                .update());
    }

    private static List<Field> kept(Difference change) {
        return change.subject().kind() == Subject.Kind.UNIT
                ? change.fields()
                : change.fields().stream().map(
                        field -> PERSONAL.contains(field.attribute()) ? new Field(field.attribute(), "", "") : field)
                        .toList();
    }
}
