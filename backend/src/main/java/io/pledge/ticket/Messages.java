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

/** What was written in the cases, by either side. */
@Component
public class Messages {
    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All messages of a case, oldest first. */
    public List<Message> of(TicketId ticket) {
        return of(List.of(ticket));
    }

    /** All messages of some cases, oldest first. */
    public List<Message> of(List<TicketId> tickets) {
        return jdbc.sql("select * from message where ticket_id = any(:tickets) order by occurred_at, id")
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query(Messages::message).list();
    }

    /** @throws java.util.NoSuchElementException where there is no such message */
    public Message message(long id) {
        return jdbc.sql("select * from message where id = :id").param("id", id).query(Messages::message).optional()
                .orElseThrow();
    }

    long write(Ticket ticket, Draft draft, Actor by, Moment at) {
        var participant = by instanceof Actor.Customer(long id) ? id : null;
        return jdbc
                .sql("""
                     insert into message (ticket_id, visibility, author, person_id, participant_id, via, body, next_word_at,
                                          occurred_at, recorded_at)
                     values (:ticket, :visibility, :author, :person, :participant, :via, :body, :next, :occurred, :recorded)
                     returning id
                     """)
                .param("ticket", ticket.id().value()).param("visibility", draft.internal ? "INTERNAL" : "PUBLIC")
                .param("author", Author.of(by).name())
                .param("person", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null))
                .param("participant", participant).param("via", draft.via.name()).param("body", draft.body)
                .param("next", Sql.at(draft.nextWordAt)).param("occurred", Sql.at(at.occurredAt()))
                .param("recorded", Sql.at(at.recordedAt())).query(Long.class).single();
    }

    /** @return whether this was news: a message is heard once */
    boolean markHeard(long message, Instant at) {
        return jdbc.sql("update message set heard_at = :at where id = :id and heard_at is null").param("at", Sql.at(at))
                .param("id", message).update() == 1;
    }

    record Draft(boolean internal, Via via, String body, @Nullable Instant nextWordAt) {}

    private static Message message(ResultSet row, int index) throws SQLException {
        var person = Sql.optionalLong(row, "person_id");
        return new Message(row.getLong("id"), new TicketId(row.getLong("ticket_id")),
                row.getString("visibility").equals("INTERNAL"), Author.valueOf(row.getString("author")),
                person == null ? null : new PersonId(person), Sql.optionalLong(row, "participant_id"),
                Via.valueOf(row.getString("via")), row.getString("body"), Sql.optionalInstant(row, "next_word_at"),
                Sql.optionalInstant(row, "heard_at"),
                new Moment(Sql.instant(row, "occurred_at"), Sql.instant(row, "recorded_at")));
    }
}
