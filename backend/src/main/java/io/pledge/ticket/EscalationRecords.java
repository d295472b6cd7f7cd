package io.pledge.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;

/** The escalations as stored. */
@Component
class EscalationRecords {
    private final JdbcClient jdbc;

    EscalationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long raise(TicketId ticket, EscalationCause cause, String reason, @Nullable String tried, Actor by, UnitId from,
            UnitId to, Instant at, Instant takeBy) {
        return jdbc
                .sql("""
                     insert into escalation (ticket_id, cause, reason, tried, raised_by, from_unit_id, to_unit_id, raised_at,
                                             take_by)
                     values (:ticket, :cause, :reason, :tried, :by, :from, :to, :at, :take_by) returning id
                     """)
                .param("ticket", ticket.value()).param("cause", cause.name()).param("reason", reason)
                .param("tried", tried).param("by", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null))
                .param("from", from.value()).param("to", to.value()).param("at", Sql.at(at))
                .param("take_by", Sql.at(takeBy)).query(Long.class).single();
    }

    /** @return the escalation that waited to be taken, if one did */
    Optional<Long> markTaken(TicketId ticket, PersonId by, Instant at) {
        return jdbc.sql("""
                        update escalation set taken_by = :by, taken_at = :at
                        where ticket_id = :ticket and taken_at is null and climbed_at is null and handed_back_at is null
                        returning id
                        """).param("by", by.value()).param("at", Sql.at(at)).param("ticket", ticket.value())
                .query(Long.class)
                .optional();
    }

    /** Whatever still waits to be taken waits no longer: the case left, was resolved, or ended. */
    void leave(TicketId ticket, Instant at) {
        jdbc.sql("""
                 update escalation set climbed_at = :at
                 where ticket_id = :ticket and taken_at is null and climbed_at is null
                 """).param("at", Sql.at(at)).param("ticket", ticket.value()).update();
    }

    /** The move that brought the case to this unit and was not undone. */
    Optional<Escalation> broughtTo(TicketId ticket, UnitId unit) {
        return jdbc
                .sql("""
                     select * from escalation where ticket_id = :ticket and to_unit_id = :unit and handed_back_at is null
                     order by id desc limit 1
                     """)
                .param("ticket", ticket.value()).param("unit", unit.value()).query(EscalationRecords::escalation)
                .optional();
    }

    void markHandedBack(long escalation, Actor by, String instructions, Instant at) {
        jdbc.sql("""
                 update escalation set handed_back_at = :at, handed_back_by = :by, instructions = :instructions
                 where id = :id
                 """).param("at", Sql.at(at)).param("instructions", instructions).param("id", escalation)
                .param("by", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null)).update();
    }

    /** Escalations that nobody took in time, each handed to one sweep only. */
    List<Escalation> notTaken(Instant now, int limit) {
        return jdbc.sql("""
                        select * from escalation where take_by <= :now and taken_at is null and climbed_at is null
                        order by take_by limit :limit for update skip locked
                        """).param("now", Sql.at(now)).param("limit", limit).query(EscalationRecords::escalation)
                .list();
    }

    List<Escalation> of(TicketId ticket) {
        return jdbc.sql("select * from escalation where ticket_id = :ticket order by id")
                .param("ticket", ticket.value()).query(EscalationRecords::escalation).list();
    }

    private static Escalation escalation(ResultSet row, int index) throws SQLException {
        var raisedBy = Sql.optionalLong(row, "raised_by");
        var takenBy = Sql.optionalLong(row, "taken_by");
        return new Escalation(row.getLong("id"), new TicketId(row.getLong("ticket_id")),
                EscalationCause.valueOf(row.getString("cause")), row.getString("reason"), row.getString("tried"),
                raisedBy == null ? null : new PersonId(raisedBy), new UnitId(row.getLong("from_unit_id")),
                new UnitId(row.getLong("to_unit_id")), Sql.instant(row, "raised_at"), Sql.instant(row, "take_by"),
                takenBy == null ? null : new PersonId(takenBy), Sql.optionalInstant(row, "taken_at"),
                Sql.optionalInstant(row, "climbed_at"), Sql.optionalInstant(row, "handed_back_at"),
                row.getString("instructions"));
    }
}
