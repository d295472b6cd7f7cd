package io.pledge.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** The people on the customer's side of each case. */
@Component
public class Participants {
    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody on the customer's side, the submitter first. */
    public List<Participant> of(TicketId ticket) {
        return jdbc.sql("select * from participant where ticket_id = :ticket order by submitter desc, id")
                .param("ticket", ticket.value()).query(Participants::participant).list();
    }

    /** The same for many cases in one question to the database; a case without anybody is not in the map. */
    public Map<TicketId, List<Participant>> of(Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? Map.of()
                : jdbc.sql("select * from participant where ticket_id = any(:tickets) order by submitter desc, id")
                        .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                        .query(Participants::participant).list().stream()
                        .collect(Collectors.groupingBy(Participant::ticket));
    }

    /** The person who turned to us. */
    public Participant submitter(TicketId ticket) {
        return of(ticket).getFirst();
    }

    long add(TicketId ticket, Submission.Submitter person, @Nullable Long contact, boolean submitter, Instant at) {
        return jdbc
                .sql("""
                     insert into participant (ticket_id, contact_id, name, email, phone, language, zone, submitter, added_at)
                     values (:ticket, :contact, :name, :email, :phone, :language, :zone, :submitter, :at) returning id
                     """)
                .param("ticket", ticket.value()).param("contact", contact).param("name", person.name())
                .param("email", person.email()).param("phone", person.phone())
                .param("language", person.language().toLanguageTag()).param("zone", person.zone().getId())
                .param("submitter", submitter).param("at", Sql.at(at)).query(Long.class).single();
    }

    /** Everybody on the customer's side of one case, on that of another one too. */
    void copy(TicketId from, TicketId to, Instant at) {
        jdbc.sql("""
                 insert into participant (ticket_id, contact_id, name, email, phone, language, zone, submitter, added_at)
                 select :to, contact_id, name, email, phone, language, zone, submitter, :at from participant
                 where ticket_id = :from and erased_at is null order by submitter desc, id
                 """).param("to", to.value()).param("from", from.value()).param("at", Sql.at(at)).update();
    }

    private static Participant participant(ResultSet row, int index) throws SQLException {
        return new Participant(row.getLong("id"), new TicketId(row.getLong("ticket_id")), row.getString("name"),
                row.getString("email"), row.getString("phone"), Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")), row.getBoolean("submitter"));
    }
}
