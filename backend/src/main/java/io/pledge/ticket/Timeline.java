package io.pledge.ticket;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;

/** The append-only history of each case. The database itself refuses to change or delete a line of it. */
@Component
public class Timeline {
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {
    };

    private static final String INSERT = """
            insert into timeline_entry (ticket_id, what, actor, person_id, unit_id, message_id, visible_to_customer, detail,
                                        occurred_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    Timeline(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** All entries of a case, oldest first, by when they happened. */
    public List<TimelineEntry> of(TicketId ticket) {
        return jdbc.sql("select * from timeline_entry where ticket_id = :ticket order by occurred_at, id")
                .param("ticket", ticket.value()).query(this::entry).list();
    }

    /** Adds what another module has to tell about a case, in the caller's transaction. */
    public void tell(TicketId ticket, What what, Map<String, String> detail, Moment at) {
        tell(List.of(new Told(ticket, what, detail, at)));
    }

    /** The same, where it was somebody's doing. */
    public void tell(TicketId ticket, What what, Actor by, Map<String, String> detail, Moment at) {
        tell(ticket, what, by, null, detail, at);
    }

    /** The same, where a message of the case says more; null for none. */
    public void tell(TicketId ticket, What what, Actor by, @Nullable Long message, Map<String, String> detail,
            Moment at) {
        write(List.of(new Line(ticket.value(), null, what, by, message, detail, at)));
    }

    /** Adds the same kind of thing to many cases at once, in the caller's transaction. */
    public void tell(List<Told> told) {
        tell(told, new Actor.System());
    }

    /** The same, where it was somebody's doing. */
    public void tell(List<Told> told, Actor by) {
        write(told.stream().map(one -> new Line(one.ticket.value(), null, one.what, by, null, one.detail, one.at))
                .toList());
    }

    void append(Ticket ticket, What what, Actor by, Moment at) {
        append(ticket, what, by, null, Map.of(), at);
    }

    void append(Ticket ticket, What what, Actor by, @Nullable Long message, Map<String, String> detail, Moment at) {
        write(List.of(Line.of(ticket, what, by, message, detail, at)));
    }

    void write(List<Line> lines) {
        template.batchUpdate(INSERT, lines, 500, this::fill);
    }

    private void fill(PreparedStatement statement, Line line) throws SQLException {
        var person = line.by.staff();
        statement.setLong(1, line.ticket);
        statement.setString(2, line.what.name());
        statement.setString(3, Author.of(line.by).name());
        statement.setObject(4, person == null ? null : person.value(), Types.BIGINT);
        statement.setObject(5, line.unit == null ? null : line.unit.value(), Types.BIGINT);
        statement.setObject(6, line.message, Types.BIGINT);
        statement.setBoolean(7, line.what.visibleToCustomer());
        statement.setString(8, json.writeValueAsString(line.detail));
        statement.setObject(9, Sql.at(line.at.occurredAt()));
        statement.setObject(10, Sql.at(line.at.recordedAt()));
    }

    private TimelineEntry entry(ResultSet row, int index) throws SQLException {
        var person = Sql.optionalLong(row, "person_id");
        var unit = Sql.optionalLong(row, "unit_id");
        return new TimelineEntry(row.getLong("id"), new TicketId(row.getLong("ticket_id")),
                What.valueOf(row.getString("what")), Author.valueOf(row.getString("actor")),
                person == null ? null : new PersonId(person), unit == null ? null : new UnitId(unit),
                Sql.optionalLong(row, "message_id"), row.getBoolean("visible_to_customer"),
                json.readValue(row.getString("detail"), DETAIL),
                new Moment(Sql.instant(row, "occurred_at"), Sql.instant(row, "recorded_at")));
    }

    /** What another module tells about a case. */
    public record Told(TicketId ticket, What what, Map<String, String> detail, Moment at) {}

    /** An entry to be. */
    record Line(long ticket, @Nullable UnitId unit, What what, Actor by, @Nullable Long message,
            Map<String, String> detail, Moment at) {
        static Line of(Ticket ticket, What what, Actor by, @Nullable Long message, Map<String, String> detail,
                Moment at) {
            return new Line(ticket.id().value(), ticket.unit(), what, by, message, detail, at);
        }
    }
}
