package io.pledge.incident;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.incident.IncidentEntry.What;
import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The incidents, for all who work at the desk: that there is a wider fault is for everybody to know. */
@Component
public class IncidentLists {
    private final JdbcClient jdbc;

    IncidentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Incident> find(IncidentId id) {
        return jdbc.sql("select * from incident where id = :id").param("id", id.value())
                .query(IncidentRecords::incident).optional();
    }

    /** Those that are open, the latest first. */
    public List<Incident> open() {
        return jdbc.sql("select * from incident where closed_at is null order by declared_at desc, id desc")
                .query(IncidentRecords::incident).list();
    }

    /** Those that are over, the latest first. */
    public List<Incident> past(int limit) {
        return jdbc.sql("""
                        select * from incident where closed_at is not null order by closed_at desc, id desc limit :limit
                        """).param("limit", limit).query(IncidentRecords::incident).list();
    }

    /** How many are open. */
    public long count() {
        return jdbc.sql("select count(*) from incident where closed_at is null").query(Long.class).single();
    }

    /** The history of an incident, the latest first. */
    public List<IncidentEntry> history(IncidentId id) {
        return jdbc.sql("select * from incident_entry where incident_id = :id order by id desc").param("id", id.value())
                .query((row, _) -> {
                    var person = Sql.optionalLong(row, "person_id");
                    return new IncidentEntry(row.getLong("id"), What.valueOf(row.getString("what")),
                            person == null ? null : new PersonId(person), ticket(Sql.optionalLong(row, "ticket_id")),
                            row.getString("detail"), Sql.instant(row, "happened_at"));
                }).list();
    }

    private static @Nullable TicketId ticket(@Nullable Long id) {
        return id == null ? null : new TicketId(id);
    }
}
