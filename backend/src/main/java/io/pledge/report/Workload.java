package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketState;

/** Who has how much to do, and the lists behind it. */
@Component
public class Workload {
    private static final String LIST = """
            select t.*, c.name as customer from ticket t left join customer c on c.id = t.customer_id
            where t.ended_at is null and %s order by t.id limit :size
            """;

    private final JdbcClient jdbc;

    Workload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part of the open cases. */
    public enum Part {
        OPEN("true"), UNTAKEN("t.awaiting_since is not null"), ON_HOLD("t.state = 'ON_HOLD'"), RESOLVED(
                "t.state = 'RESOLVED'"), OVERDUE("t.next_due < :now");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /** An open case in such a list. */
    public record OpenCase(TicketId ticket, String title, TicketKind kind, Severity severity, TicketState state,
            @Nullable String customer, UnitId unit, @Nullable PersonId assignee, @Nullable Instant nextDue,
            Instant submittedAt) {}

    /** What the units have on their desks, as far as the scope reaches; units without open cases are absent. */
    public List<UnitWorkload> byUnit(@Nullable ServiceUnit below, Scope scope, Instant now) {
        var parameters = parameters(below, scope, now);
        return jdbc.sql("""
                        select t.unit_id, count(*) as open, count(*) filter (where %s) as untaken,
                               count(*) filter (where %s) as on_hold, count(*) filter (where %s) as resolved,
                               count(*) filter (where %s) as overdue
                        from ticket t where t.ended_at is null and %s group by t.unit_id
                        """.formatted(Part.UNTAKEN.condition, Part.ON_HOLD.condition, Part.RESOLVED.condition,
                Part.OVERDUE.condition, reach(below, scope))).params(parameters).query(Workload::workload).list();
    }

    /**
     * The open cases of one unit.
     *
     * @param after the last case of the page before; 0 for the first page
     */
    public List<OpenCase> list(ServiceUnit unit, Part part, Scope scope, Instant now, long after, int size) {
        var parameters = parameters(null, scope, now);
        parameters.put("unit", unit.id().value());
        parameters.put("after", after);
        parameters.put("size", size);
        return jdbc.sql(LIST.formatted("t.unit_id = :unit and t.id > :after and (%s) and %s".formatted(part.condition,
                reach(null, scope)))).params(parameters).query(Workload::open).list();
    }

    private static String reach(@Nullable ServiceUnit below, Scope scope) {
        return scope.condition("t") + (below == null ? "" : " and t.unit_path like :below");
    }

    private static Map<String, Object> parameters(@Nullable ServiceUnit below, Scope scope, Instant now) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("now", now.atOffset(java.time.ZoneOffset.UTC));
        if (below != null) {
            parameters.put("below", below.path() + "%");
        }
        return parameters;
    }

    private static UnitWorkload workload(ResultSet row, int index) throws SQLException {
        return new UnitWorkload(new UnitId(row.getLong("unit_id")), row.getLong("open"), row.getLong("untaken"),
                row.getLong("on_hold"), row.getLong("resolved"), row.getLong("overdue"));
    }

    private static OpenCase open(ResultSet row, int index) throws SQLException {
        var assignee = Sql.optionalLong(row, "assignee_id");
        return new OpenCase(new TicketId(row.getLong("id")), row.getString("title"),
                TicketKind.valueOf(row.getString("kind")), Severity.valueOf(row.getString("severity")),
                TicketState.valueOf(row.getString("state")), row.getString("customer"),
                new UnitId(row.getLong("unit_id")), assignee == null ? null : new PersonId(assignee),
                Sql.optionalInstant(row, "next_due"), Sql.instant(row, "submitted_at"));
    }
}
