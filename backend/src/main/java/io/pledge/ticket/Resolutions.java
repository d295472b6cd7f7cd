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
import io.pledge.sql.Sql;

/** The resolutions as stored; the database allows one unanswered resolution a case. */
@Component
public class Resolutions {
    private final JdbcClient jdbc;
    private final TicketProperties properties;

    Resolutions(JdbcClient jdbc, TicketProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** All resolutions of a case, oldest first. */
    public List<Resolution> of(TicketId ticket) {
        return jdbc.sql("select * from resolution where ticket_id = :ticket order by id")
                .param("ticket", ticket.value()).query(this::resolution).list();
    }

    /** The last resolution of a case. */
    public Optional<Resolution> last(TicketId ticket) {
        return of(ticket).stream().reduce((_, later) -> later);
    }

    long add(TicketId ticket, Solution solution, long message, Actor by, Instant at, Instant attentionAt,
            Instant closesAt) {
        return jdbc
                .sql("""
                     insert into resolution (ticket_id, resolved_by, resolved_at, message_id, cause, remedy, prevention,
                                             attention_at, closes_at)
                     values (:ticket, :by, :at, :message, :cause, :remedy, :prevention, :attention, :closes) returning id
                     """).param("ticket", ticket.value())
                .param("by", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null)).param("at", Sql.at(at))
                .param("message", message).param("cause", solution.cause()).param("remedy", solution.remedy())
                .param("prevention", solution.prevention()).param("attention", Sql.at(attentionAt))
                .param("closes", Sql.at(closesAt)).query(Long.class)
                .single();
    }

    /** Whether the message reported a resolution of which it is known already what became of it. */
    boolean answered(long message) {
        return jdbc.sql("select exists (select from resolution where message_id = :message and outcome is not null)")
                .param("message", message).query(Boolean.class).single();
    }

    boolean reportedBy(long message) {
        return jdbc.sql("select exists (select from resolution where message_id = :message)").param("message", message)
                .query(Boolean.class).single();
    }

    void end(long resolution, Resolution.Outcome outcome, @Nullable String reason, Instant at) {
        jdbc.sql(
                """
                update resolution set outcome = :outcome, outcome_reason = :reason, outcome_at = :at, attention_at = null
                where id = :id
                """)
                .param("outcome", outcome.name()).param("reason", reason).param("at", Sql.at(at))
                .param("id", resolution).update();
    }

    void reminded(long resolution, int reminders, Instant attentionAt) {
        jdbc.sql("update resolution set reminders = :reminders, attention_at = :attention where id = :id")
                .param("reminders", reminders).param("attention", Sql.at(attentionAt)).param("id", resolution).update();
    }

    /** Unanswered resolutions whose next reminder or closing is due, each handed to one sweep only. */
    List<Resolution> due(Instant now, int limit) {
        return jdbc.sql("""
                        select * from resolution where attention_at <= :now and outcome is null
                        order by attention_at limit :limit for update skip locked
                        """).param("now", Sql.at(now)).param("limit", limit).query(this::resolution).list();
    }

    private Resolution resolution(ResultSet row, int index) throws SQLException {
        var by = Sql.optionalLong(row, "resolved_by");
        var outcome = row.getString("outcome");
        var resolved = Sql.instant(row, "resolved_at");
        return new Resolution(row.getLong("id"), new TicketId(row.getLong("ticket_id")),
                by == null ? null : new PersonId(by), resolved,
                Optional.ofNullable(Sql.optionalInstant(row, "closes_at"))
                        .orElse(resolved.plus(properties.closeAfter())),
                row.getString("cause"),
                row.getString("remedy"), row.getString("prevention"), row.getInt("reminders"),
                outcome == null ? null : Resolution.Outcome.valueOf(outcome), row.getString("outcome_reason"),
                Sql.optionalInstant(row, "outcome_at"));
    }
}
