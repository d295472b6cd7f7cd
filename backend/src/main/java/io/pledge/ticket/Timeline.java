package io.pledge.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
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

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Timeline(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All entries of a case, oldest first, by when they happened. */
    public List<TimelineEntry> of(TicketId ticket) {
        return jdbc.sql("select * from timeline_entry where ticket_id = :ticket order by occurred_at, id")
                .param("ticket", ticket.value()).query(this::entry).list();
    }

    /** Adds what another module has to tell about a case, in the caller's transaction. */
    public void tell(TicketId ticket, What what, Map<String, String> detail, Moment at) {
        write(ticket.value(), null, what, new Actor.System(), null, detail, at);
    }

    void append(Ticket ticket, What what, Actor by, Moment at) {
        append(ticket, what, by, null, Map.of(), at);
    }

    void append(Ticket ticket, What what, Actor by, @Nullable Long message, Map<String, String> detail, Moment at) {
        write(ticket.id().value(), ticket.unit(), what, by, message, detail, at);
    }

    private void write(long ticket, @Nullable UnitId unit, What what, Actor by, @Nullable Long message,
            Map<String, String> detail, Moment at) {
        jdbc.sql(
                """
                insert into timeline_entry (ticket_id, what, actor, person_id, unit_id, message_id,
                                            visible_to_customer, detail, occurred_at, recorded_at)
                values (:ticket, :what, :actor, :person, :unit, :message, :visible, :detail::jsonb, :occurred, :recorded)
                """)
                .param("ticket", ticket).param("what", what.name()).param("actor", Author.of(by).name())
                .param("person", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null))
                .param("unit", Optional.ofNullable(unit).map(UnitId::value).orElse(null)).param("message", message)
                .param("visible", what.visibleToCustomer()).param("detail", json.writeValueAsString(detail))
                .param("occurred", Sql.at(at.occurredAt())).param("recorded", Sql.at(at.recordedAt())).update();
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
}
