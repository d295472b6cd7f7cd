package io.pledge.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The requests as stored. */
@Component
class HelpRecords {
    private final JdbcClient jdbc;

    HelpRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<HelpRequest> withKey(String key) {
        return jdbc.sql("select * from help_request where key = :key").param("key", key).query(HelpRecords::request)
                .optional();
    }

    HelpRequest add(TicketId ticket, Question question, ServiceUnit unit, PersonId by, UnitId from, Instant at,
            Instant due) {
        return jdbc.sql("""
                insert into help_request (key, ticket_id, unit_id, unit_path, person_id, asked_by, from_unit_id, question, tried,
                                          asked_at, due_at)
                values (:key, :ticket, :unit, :path, :person, :by, :from, :question, :tried, :at, :due) returning *
                """).param("key", question.key()).param("ticket", ticket.value()).param("unit", unit.id().value())
                .param("path", unit.path()).param("person", id(question.person())).param("by", by.value())
                .param("from", from.value()).param("question", question.text()).param("tried", question.tried())
                .param("at", Sql.at(at)).param("due", Sql.at(due)).query(HelpRecords::request).single();
    }

    /** A request that nobody else changes until the end of the transaction. */
    Optional<HelpRequest> locked(long id) {
        return jdbc.sql("select * from help_request where id = :id for update").param("id", id)
                .query(HelpRecords::request).optional();
    }

    void take(long id, PersonId by, Instant at) {
        jdbc.sql("update help_request set taken_by = :by, taken_at = :at where id = :id").param("by", by.value())
                .param("at", Sql.at(at)).param("id", id).update();
    }

    HelpRequest end(long id, HelpRequest.Outcome outcome, PersonId by, @Nullable String words, Instant at) {
        return jdbc.sql("""
                update help_request set outcome = :outcome, ended_by = :by, ended_at = :at, words = :words where id = :id returning *
                """).param("outcome", outcome.name()).param("by", by.value()).param("at", Sql.at(at))
                .param("words", words).param("id", id).query(HelpRecords::request).single();
    }

    /** The requests of a case that were still open are not any more. */
    List<HelpRequest> withdrawAll(TicketId ticket, Instant at) {
        return jdbc.sql("""
                update help_request set outcome = 'WITHDRAWN', ended_at = :at where ticket_id = :ticket and ended_at is null returning *
                """).param("at", Sql.at(at)).param("ticket", ticket.value()).query(HelpRecords::request).list();
    }

    /** Marks those that nobody answered in time, each in one sweep only. */
    List<HelpRequest> late(Instant now, int limit) {
        return jdbc.sql("""
                update help_request set late_at = :now where id in (
                    select id from help_request where due_at <= :now and ended_at is null and late_at is null
                    order by due_at limit :limit for update skip locked)
                returning *
                """).param("now", Sql.at(now)).param("limit", limit).query(HelpRecords::request).list();
    }

    static HelpRequest request(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        return new HelpRequest(row.getLong("id"), new TicketId(row.getLong("ticket_id")),
                new UnitId(row.getLong("unit_id")), row.getString("unit_path"), person(row, "person_id"),
                new PersonId(row.getLong("asked_by")), new UnitId(row.getLong("from_unit_id")),
                row.getString("question"), row.getString("tried"), Sql.instant(row, "asked_at"),
                Sql.instant(row, "due_at"), person(row, "taken_by"), Sql.optionalInstant(row, "taken_at"),
                outcome == null ? null : HelpRequest.Outcome.valueOf(outcome), person(row, "ended_by"),
                Sql.optionalInstant(row, "ended_at"), row.getString("words"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = Sql.optionalLong(row, column);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Long id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
