package io.pledge.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;

/** The requests as pages list them, those only about cases that their reader sees. */
@Component
public class HelpLists {
    private static final String LINES = """
            select h.*, t.title, t.severity, c.name as customer from help_request h join ticket t on t.id = h.ticket_id
            left join customer c on c.id = t.customer_id
            """;

    private final JdbcClient jdbc;

    HelpLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All requests of a case that the caller has found for its reader, the latest first. */
    public List<HelpRequest> of(TicketId ticket) {
        return jdbc.sql("select * from help_request where ticket_id = :ticket order by id desc")
                .param("ticket", ticket.value()).query(HelpRecords::request).list();
    }

    /** A request about a case that its reader sees. */
    public Optional<Line> find(long id, Scope scope) {
        return lines("h.id = :id and " + scope.condition("t"), "h.id", scope, Map.of("id", id)).stream().findFirst();
    }

    /** What is asked of a unit and not over, the first due first. */
    public List<Line> askedOf(UnitId unit, Scope scope, int limit) {
        return lines("h.unit_id = :unit and h.ended_at is null and " + scope.condition("t"), "h.due_at, h.id limit "
                + limit, scope, Map.of("unit", unit.value()));
    }

    /** What people of a unit asked and wait for, the first due first. */
    public List<Line> askedBy(UnitId unit, Scope scope, int limit) {
        return lines("h.from_unit_id = :unit and h.ended_at is null and " + scope.condition("t"),
                "h.due_at, h.id limit "
                        + limit,
                scope, Map.of("unit", unit.value()));
    }

    /** What a unit was asked, or asked, and is over, the latest first. */
    public List<Line> past(UnitId unit, Scope scope, int limit) {
        return lines("(h.unit_id = :unit or h.from_unit_id = :unit) and h.ended_at is not null and "
                + scope.condition("t"), "h.ended_at desc, h.id desc limit " + limit, scope,
                Map.of("unit", unit.value()));
    }

    /** How much is asked of a unit and not over. */
    public long open(UnitId unit) {
        return jdbc.sql("select count(*) from help_request where unit_id = :unit and ended_at is null")
                .param("unit", unit.value()).query(Long.class).single();
    }

    private List<Line> lines(String condition, String order, Scope scope, Map<String, ?> parameters) {
        return jdbc.sql(LINES + " where " + condition + " order by " + order).params(scope.parameters())
                .params(parameters).query(HelpLists::line).list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(HelpRecords.request(row, index), row.getString("title"),
                Severity.valueOf(row.getString("severity")), Optional.ofNullable(row.getString("customer")));
    }

    /** A request with what it is about. */
    public record Line(HelpRequest request, String title, Severity severity, Optional<String> customer) {}
}
