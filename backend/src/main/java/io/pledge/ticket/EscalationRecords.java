package io.pledge.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** @return the ids of the new escalations, by ticket; a ticket is raised once at a time */
    Map<TicketId, Long> raise(List<Raised> raised, Actor by, Instant at) {
        Map<TicketId, Long> ids = new HashMap<>();
        jdbc.sql("""
                 insert into escalation (ticket_id, cause, reason, tried, raised_by, from_unit_id, to_unit_id, raised_at,
                                         step, take_by, begun_at)
                 select ticket, cause, reason, tried, cast(:by as bigint), from_unit, to_unit, :at, step, take_by, begun_at
                 from unnest(cast(:tickets as bigint[]), cast(:causes as text[]), cast(:reasons as text[]),
                             cast(:tried as text[]), cast(:from as bigint[]), cast(:to as bigint[]),
                             cast(:steps as integer[]), cast(:take_by as timestamptz[]),
                             cast(:begun_at as timestamptz[])) with ordinality
                     as raised (ticket, cause, reason, tried, from_unit, to_unit, step, take_by, begun_at, place)
                 order by place returning id, ticket_id
                 """)
                .param("tickets", raised.stream().map(one -> one.ticket.value()).toArray(Long[]::new))
                .param("causes", raised.stream().map(one -> one.cause.name()).toArray(String[]::new))
                .param("reasons", raised.stream().map(Raised::reason).toArray(String[]::new))
                .param("tried", raised.stream().map(Raised::tried).toArray(String[]::new))
                .param("from", raised.stream().map(one -> one.from.value()).toArray(Long[]::new))
                .param("to", raised.stream().map(one -> one.to.value()).toArray(Long[]::new))
                .param("by", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null))
                .param("steps", raised.stream().map(Raised::step).toArray(Integer[]::new))
                .param("take_by", raised.stream().map(one -> text(one.takeBy)).toArray(String[]::new))
                .param("begun_at", raised.stream().map(one -> text(one.begunAt)).toArray(String[]::new))
                .param("at", Sql.at(at)).query(row -> {
                    ids.put(new TicketId(row.getLong("ticket_id")), row.getLong("id"));
                });
        return ids;
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
    void leave(Collection<TicketId> tickets, Instant at) {
        jdbc.sql("""
                 update escalation set climbed_at = :at
                 where ticket_id = any(:tickets) and taken_at is null and climbed_at is null
                 """).param("at", Sql.at(at))
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new)).update();
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

    /** How often the case was handed back. */
    int handedBack(TicketId ticket) {
        return jdbc.sql("select count(*) from escalation where ticket_id = :ticket and handed_back_at is not null")
                .param("ticket", ticket.value()).query(Integer.class).single();
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
                new UnitId(row.getLong("to_unit_id")), Sql.instant(row, "raised_at"), row.getInt("step"),
                Sql.instant(row, "begun_at"), Sql.optionalInstant(row, "take_by"),
                takenBy == null ? null : new PersonId(takenBy), Sql.optionalInstant(row, "taken_at"),
                Sql.optionalInstant(row, "climbed_at"), Sql.optionalInstant(row, "handed_back_at"),
                row.getString("instructions"));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    /** A case's move up, about to be written. */
    record Raised(TicketId ticket, EscalationCause cause, String reason, @Nullable String tried, UnitId from,
            UnitId to, int step, @Nullable Instant takeBy, Instant begunAt) {}
}
