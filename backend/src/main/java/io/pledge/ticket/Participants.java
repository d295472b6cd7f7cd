package io.pledge.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.ContactId;
import io.pledge.sql.Sql;

/** The people on the customer's side of each case: who turned to us, and, where that is said, who reads along by a plan. */
@Component
public class Participants {
    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who turned to us, the submitter first; not who reads along. */
    public List<Participant> of(TicketId ticket) {
        return jdbc
                .sql("select * from participant where ticket_id = :ticket and not by_plan order by submitter desc, id")
                .param("ticket", ticket.value()).query(Participants::participant).list();
    }

    /** The same for many cases in one question to the database; a case without anybody is not in the map. */
    public Map<TicketId, List<Participant>> of(Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? Map.of()
                : jdbc.sql(
                        "select * from participant where ticket_id = any(:tickets) and not by_plan order by submitter desc, id")
                        .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                        .query(Participants::participant).list().stream()
                        .collect(Collectors.groupingBy(Participant::ticket));
    }

    /** Everybody on the customer's side of some cases by their number, who reads along too. */
    public Map<Long, Participant> everybody(Collection<TicketId> tickets) {
        return jdbc.sql("select * from participant where ticket_id = any(:tickets)")
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query(Participants::participant).list().stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
    }

    /** Some of them by their number, of whatever case. */
    public Map<Long, Participant> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql("select * from participant where id = any(:ids)").param("ids", ids.toArray(Long[]::new))
                        .query(Participants::participant).list().stream()
                        .collect(Collectors.toMap(Participant::id, Function.identity()));
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

    /**
     * Lets contacts read along in cases, in the caller's transaction; who does already is reached from now on as said here.
     *
     * @return in the same order
     */
    public List<Participant> letRead(List<Along> people, Instant at) {
        var rows = people.isEmpty()
                ? List.<Participant>of()
                : jdbc.sql("""
                insert into participant (ticket_id, contact_id, name, email, phone, language, zone, submitter, by_plan, added_at)
                select *, false, true, :at
                from unnest(cast(:tickets as bigint[]), cast(:contacts as bigint[]), cast(:names as text[]),
                     cast(:emails as text[]), cast(:phones as text[]), cast(:languages as text[]), cast(:zones as text[]))
                on conflict (ticket_id, contact_id) where by_plan do update set name = excluded.name,
                    email = excluded.email, phone = excluded.phone, language = excluded.language, zone = excluded.zone
                returning *
                """).param("at", Sql.at(at)).param("tickets", longs(people, along -> along.ticket.value()))
                        .param("contacts", longs(people, along -> along.contact.value()))
                        .param("names", texts(people, Along::name)).param("emails", texts(people, Along::email))
                        .param("phones", texts(people, Along::phone))
                        .param("languages", texts(people, along -> along.language.toLanguageTag()))
                        .param("zones", texts(people, along -> along.zone.getId())).query(Participants::participant)
                        .list();
        var found = rows.stream().collect(Collectors.toMap(row -> List.of(row.ticket(), contact(row)),
                Function.identity()));
        return people.stream().map(along -> Objects.requireNonNull(found.get(List.of(along.ticket, along.contact))))
                .toList();
    }

    private static ContactId contact(Participant row) {
        return Objects.requireNonNull(row.contact());
    }

    private static Long[] longs(List<Along> people, Function<Along, Long> value) {
        return people.stream().map(value).toArray(Long[]::new);
    }

    private static String[] texts(List<Along> people, Function<Along, @Nullable String> value) {
        return people.stream().map(value).toArray(String[]::new);
    }

    /** Everybody who turned to us in one case, on the customer's side of another one too. */
    void copy(TicketId from, TicketId to, Instant at) {
        jdbc.sql("""
                 insert into participant (ticket_id, contact_id, name, email, phone, language, zone, submitter, added_at)
                 select :to, contact_id, name, email, phone, language, zone, submitter, :at from participant
                 where ticket_id = :from and erased_at is null and not by_plan order by submitter desc, id
                 """).param("to", to.value()).param("from", from.value()).param("at", Sql.at(at)).update();
    }

    private static Participant participant(ResultSet row, int index) throws SQLException {
        return new Participant(row.getLong("id"), new TicketId(row.getLong("ticket_id")), row.getString("name"),
                row.getString("email"), row.getString("phone"), Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")), row.getBoolean("submitter"), contact(row), row.getBoolean("by_plan"));
    }

    private static @Nullable ContactId contact(ResultSet row) throws SQLException {
        var contact = Sql.optionalLong(row, "contact_id");
        return contact == null ? null : new ContactId(contact);
    }

    /** A contact who is to read along in a case. */
    public record Along(TicketId ticket, ContactId contact, String name, @Nullable String email,
            @Nullable String phone, Locale language, ZoneId zone) {}
}
