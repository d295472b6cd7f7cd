package io.pledge.steps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** The steps that can be done now, a page at a time, the earliest due first; also those of cases that have closed. */
@Component
public class OwedSteps {
    private static final String DUE = "coalesce(s.due_at, 'infinity'::timestamptz)";
    private static final String OPEN = """
            from case_step s join ticket t on t.id = s.ticket_id
            where s.state = 'OPEN' and %s
            """;
    private static final String IS_MINE = " and s.id in (" + OwedSql.MINE + ")";

    private final JdbcClient jdbc;
    private final StepRows rows;
    private final StepsVersions versions;

    OwedSteps(JdbcClient jdbc, StepRows rows, StepsVersions versions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.versions = versions;
    }

    /**
     * A page of open steps.
     *
     * @param mine who asks, for what they owe; null for all steps of cases that the scope reaches
     * @param after the last step of the page before; null for the first page
     */
    public List<Line> page(Scope scope, @Nullable Mine mine, @Nullable Long after, int size) {
        var parameters = parameters(scope, mine);
        var where = OPEN.formatted(scope.condition("t")) + (mine == null ? "" : IS_MINE);
        if (after != null) {
            parameters.put("after", after);
            where += " and (%s, s.id) > (select %s, s.id from case_step s where s.id = :after)".formatted(DUE, DUE);
        }
        return jdbc
                .sql("select s.*, t.kind, t.title, t.unit_id as lies, t.assignee_id, t.ended_at is not null as ended, "
                        + "(select version_id from case_form f where f.ticket_id = s.ticket_id) as version_id " + where
                        + " order by " + DUE + ", s.id limit " + size)
                .params(parameters).query(this::line).list();
    }

    private static Map<String, Object> parameters(Scope scope, @Nullable Mine mine) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        if (mine != null) {
            parameters.put("people", mine.people.stream().map(PersonId::value).toArray(Long[]::new));
            parameters.put("quality", mine.roles.contains(Role.QUALITY));
            parameters.put("unit", mine.unit.value());
        }
        return parameters;
    }

    private Line line(ResultSet row, int number) throws SQLException {
        var kind = TicketKind.valueOf(row.getString("kind"));
        var assignee = Sql.optionalLong(row, "assignee_id");
        return new Line(rows.step(row, versions.book(row.getLong("version_id")).of(kind)),
                new TicketId(row.getLong("ticket_id")), kind, row.getString("title"), new UnitId(row.getLong("lies")),
                assignee == null ? null : new PersonId(assignee), row.getBoolean("ended"));
    }

    /**
     * Who asks for what they owe.
     *
     * @param people they, and those for whom they stand in
     */
    public record Mine(Set<PersonId> people, Set<Role> roles, UnitId unit) {}

    /**
     * An open step with its case.
     *
     * @param lies the unit that has the case
     * @param ended whether the case has ended without it
     */
    public record Line(CaseStep step, TicketId ticket, TicketKind kind, String title, UnitId lies,
            @Nullable PersonId assignee, boolean ended) {}
}
