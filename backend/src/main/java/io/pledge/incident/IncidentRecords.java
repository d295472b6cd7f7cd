package io.pledge.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.incident.IncidentEntry.What;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;

/** The incidents and what belongs to them, as stored. */
@Component
class IncidentRecords {
    private final JdbcClient jdbc;

    IncidentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Incident> withKey(String key) {
        return jdbc.sql("select * from incident where key = :key").param("key", key).query(IncidentRecords::incident)
                .optional();
    }

    /** An incident that nobody else adds cases to, writes to or ends until the end of the transaction. */
    Optional<Incident> locked(IncidentId id) {
        return jdbc.sql("select * from incident where id = :id for no key update").param("id", id.value())
                .query(IncidentRecords::incident).optional();
    }

    /** Nothing where the key is taken since. */
    Optional<Incident> add(Declaration declared, ServiceUnit unit, PersonId by, Instant at) {
        return jdbc.sql("""
                insert into incident (key, title_en, title_zh, severity, unit_id, unit_path, lead_id, shown, declared_by, declared_at)
                values (:key, :english, :chinese, :severity, :unit, :path, :lead, :shown, :by, :at)
                on conflict (key) do nothing returning *
                """).param("key", declared.key()).param("english", declared.english())
                .param("chinese", declared.chinese()).param("severity", declared.severity().name())
                .param("unit", unit.id().value()).param("path", unit.path()).param("lead", declared.lead().value())
                .param("shown", declared.shown()).param("by", by.value()).param("at", Sql.at(at))
                .query(IncidentRecords::incident).optional();
    }

    /** @return those that are new to it: a case belongs to one open incident at most */
    List<TicketId> attach(IncidentId id, Collection<TicketId> tickets, @Nullable PersonId by, Instant at) {
        return jdbc.sql("""
                insert into incident_case (incident_id, ticket_id, attached_by, attached_at)
                select :id, ticket, cast(:by as bigint), :at from unnest(cast(:tickets as bigint[])) as ticket order by ticket
                on conflict (ticket_id) where freed_at is null do nothing returning ticket_id
                """).param("id", id.value()).param("by", by == null ? null : by.value()).param("at", Sql.at(at))
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query((row, _) -> new TicketId(row.getLong(1))).list();
    }

    boolean detach(IncidentId id, TicketId ticket, PersonId by, Instant at) {
        return jdbc.sql("""
                update incident_case set detached_by = :by, detached_at = :at, freed_at = :at
                where incident_id = :id and ticket_id = :ticket and freed_at is null
                """).param("by", by.value()).param("at", Sql.at(at)).param("id", id.value())
                .param("ticket", ticket.value()).update() == 1;
    }

    void lead(IncidentId id, PersonId lead) {
        jdbc.sql("update incident set lead_id = :lead where id = :id").param("lead", lead.value())
                .param("id", id.value()).update();
    }

    void show(IncidentId id, boolean shown) {
        jdbc.sql("update incident set shown = :shown where id = :id").param("shown", shown).param("id", id.value())
                .update();
    }

    void resolved(IncidentId id, Instant at) {
        jdbc.sql("update incident set resolved_at = :at where id = :id").param("at", Sql.at(at))
                .param("id", id.value()).update();
    }

    /** Ends it; its cases may belong to others from then on. */
    void close(IncidentId id, Instant at) {
        jdbc.sql("update incident set closed_at = :at where id = :id").param("at", Sql.at(at)).param("id", id.value())
                .update();
        jdbc.sql("update incident_case set freed_at = :at where incident_id = :id and freed_at is null")
                .param("at", Sql.at(at)).param("id", id.value()).update();
    }

    /** Incidents that were said to be solved and whose cases have all ended, each handed to one sweep only. */
    List<IncidentId> over(int limit) {
        return jdbc.sql("""
                select i.id from incident i where i.closed_at is null and i.resolved_at is not null
                  and exists (select from incident_case c where c.incident_id = i.id and c.freed_at is null)
                  and not exists (select from incident_case c join ticket t on t.id = c.ticket_id
                                  where c.incident_id = i.id and c.freed_at is null and t.ended_at is null)
                order by i.id limit :limit for no key update skip locked
                """).param("limit", limit).query((row, _) -> new IncidentId(row.getLong(1))).list();
    }

    void tell(IncidentId id, What what, @Nullable PersonId by, @Nullable TicketId ticket, String detail, Instant at) {
        jdbc.sql("""
                insert into incident_entry (incident_id, what, person_id, ticket_id, detail, happened_at)
                values (:id, :what, :by, :ticket, :detail, :at)
                """).param("id", id.value()).param("what", what.name()).param("by", by == null ? null : by.value())
                .param("ticket", ticket == null ? null : ticket.value()).param("detail", detail)
                .param("at", Sql.at(at)).update();
    }

    static Incident incident(ResultSet row, int index) throws SQLException {
        return new Incident(new IncidentId(row.getLong("id")), row.getString("title_en"), row.getString("title_zh"),
                Severity.valueOf(row.getString("severity")), new UnitId(row.getLong("unit_id")),
                row.getString("unit_path"), new PersonId(row.getLong("lead_id")), row.getBoolean("shown"),
                new PersonId(row.getLong("declared_by")), Sql.instant(row, "declared_at"),
                Sql.optionalInstant(row, "resolved_at"), Sql.optionalInstant(row, "closed_at"));
    }
}
