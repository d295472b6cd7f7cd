package io.pledge.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The rulings as stored; the database refuses to change them. */
@Component
class RulingRecords {
    static final String RULING = """
                                 select r.*, t.title, exists (select from ruling later where later.supersedes = r.id) superseded
                                 from ruling r join ticket t on t.id = r.ticket_id
                                 """;
    private static final String STANDS = "not exists (select from ruling later where later.supersedes = r.id) ";

    private final JdbcClient jdbc;

    RulingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who ruled, when, and until when it can be appealed. */
    record By(PersonId officer, Instant at, Instant appealUntil) {}

    List<Ruling> of(TicketId ticket) {
        return jdbc.sql(RULING + "where r.ticket_id = :ticket order by r.id").param("ticket", ticket.value())
                .query(RulingRecords::ruling).list();
    }

    Optional<Ruling> find(long id) {
        return jdbc.sql(RULING + "where r.id = :id").param("id", id).query(RulingRecords::ruling).optional();
    }

    List<Ruling> standing(Scope scope, int limit) {
        return jdbc.sql(RULING + "where " + STANDS + "and " + scope.condition("t")
                + " order by r.ruled_at desc, r.id desc limit :limit").params(scope.parameters())
                .param("limit", limit).query(RulingRecords::ruling).list();
    }

    List<Ruling> against(PersonId person) {
        return jdbc.sql(RULING + "where " + STANDS
                + "and r.responsible_person_id = :person order by r.ruled_at desc, r.id desc")
                .param("person", person.value()).query(RulingRecords::ruling).list();
    }

    List<Ruling> againstUnits(List<ServiceUnit> headed) {
        return jdbc.sql(RULING + "where " + STANDS
                + "and r.responsible_person_id is null and r.responsible_unit_id in (:units) order by r.ruled_at desc, r.id desc")
                .param("units", headed.stream().map(unit -> unit.id().value()).toList())
                .query(RulingRecords::ruling).list();
    }

    long add(TicketId ticket, NewRuling ruling, @Nullable Long supersedes, @Nullable Responsible responsible,
            @Nullable String path, By by) {
        var person = responsible == null ? null : responsible.person();
        return jdbc
                .sql("""
                     insert into ruling (ticket_id, supersedes, verdict, cause, responsible_unit_id, responsible_unit_path,
                                         responsible_person_id, reasoning, ruled_by, ruled_at, appeal_until)
                     values (:ticket, :supersedes, :verdict, :cause, :unit, :path, :person, :reasoning, :by, :at, :until)
                     returning id
                     """)
                .param("ticket", ticket.value()).param("supersedes", supersedes)
                .param("verdict", ruling.verdict().name())
                .param("cause", Optional.ofNullable(ruling.cause()).map(Enum::name).orElse(null))
                .param("unit", responsible == null ? null : responsible.unit().value()).param("path", path)
                .param("person", person == null ? null : person.value())
                .param("reasoning", ruling.reasoning().strip()).param("by", by.officer().value())
                .param("at", Sql.at(by.at())).param("until", Sql.at(by.appealUntil())).query(Long.class).single();
    }

    static Ruling ruling(ResultSet row, int index) throws SQLException {
        var unit = Sql.optionalLong(row, "responsible_unit_id");
        var person = Sql.optionalLong(row, "responsible_person_id");
        var cause = row.getString("cause");
        return new Ruling(row.getLong("id"), new TicketId(row.getLong("ticket_id")), row.getString("title"),
                Verdict.valueOf(row.getString("verdict")), cause == null ? null : Cause.valueOf(cause),
                unit == null ? null : new Responsible(new UnitId(unit), person == null ? null : new PersonId(person)),
                row.getString("reasoning"), new PersonId(row.getLong("ruled_by")), Sql.instant(row, "ruled_at"),
                Sql.instant(row, "appeal_until"), row.getBoolean("superseded"));
    }
}
