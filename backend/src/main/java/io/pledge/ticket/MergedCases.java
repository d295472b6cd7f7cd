package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.sql.Sql;

/** Which cases go on in which, and which might. */
@Component
public class MergedCases {
    /** Whether two rows of people on the customer's side are one and the same person. */
    private static final String SAME_PERSON = """
            (p.contact_id = q.contact_id or lower(p.email) = lower(q.email) or p.email is null and q.email is null
                and regexp_replace(p.phone, '[^0-9]', '', 'g') = regexp_replace(q.phone, '[^0-9]', '', 'g'))
            """;
    private static final String SHARE_SOMEBODY = """
            exists (select from participant p join participant q on q.ticket_id = t.id where p.ticket_id = :ticket and
            """ + SAME_PERSON + ")";

    private final JdbcClient jdbc;
    private final Cases cases;

    MergedCases(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** The cases that go on in this one, in the order of their numbers. */
    public List<TicketId> in(TicketId ticket) {
        return jdbc.sql("select id from ticket where merged_into = :ticket order by id").param("ticket", ticket.value())
                .query(Long.class).list().stream().map(TicketId::new).toList();
    }

    /** A case and those that go on in it: what was said in all of them is what was said about the matter. */
    public List<TicketId> with(TicketId ticket) {
        return Stream.concat(Stream.of(ticket), in(ticket).stream()).toList();
    }

    /**
     * Cases in which this one might go on: of the same customer, or, where nobody knows the customer, of somebody who stands in
     * both; neither resolved nor ended, and seen by whoever asks. The latest first.
     *
     * @param words part of the title, or the number; empty for all
     */
    public List<Ticket> choices(Ticket ticket, String words, Scope scope, int limit) {
        var customer = ticket.customer();
        var ids = jdbc.sql("""
                select t.id from ticket t
                where t.ended_at is null and t.state <> 'RESOLVED' and t.id <> :ticket and %s
                  and (strpos(lower(t.title), lower(:words)) > 0 or t.id = :number)
                  and case when cast(:customer as bigint) is null then t.customer_id is null and %s
                           else t.customer_id = :customer end
                order by t.submitted_at desc, t.id desc limit :limit
                """.formatted(scope.condition("t"), SHARE_SOMEBODY)).params(scope.parameters())
                .param("ticket", ticket.id().value()).param("words", words.strip())
                .param("number", TicketNumber.read(words).map(TicketId::value).orElse(-1L))
                .param("customer", customer == null ? null : customer.value()).param("limit", limit).query(Long.class)
                .list().stream().map(TicketId::new).toList();
        var found = cases.require(ids);
        return ids.stream().map(found::get).toList();
    }

    /** Whether somebody on the customer's side stands in both. */
    boolean shareSomebody(TicketId one, TicketId other) {
        return jdbc.sql("select count(*) > 0 from ticket t where t.id = :other and " + SHARE_SOMEBODY)
                .param("ticket", one.value()).param("other", other.value()).query(Boolean.class).single();
    }

    /** Lets everybody on the customer's side of a case be on that of the other, which their links open from now on. */
    void join(TicketId from, TicketId into, Instant at) {
        jdbc.sql("""
                 insert into participant (ticket_id, contact_id, name, email, phone, language, zone, submitter, added_at)
                 select :into, p.contact_id, p.name, p.email, p.phone, p.language, p.zone, false, :at from participant p
                 where p.ticket_id = :from and p.erased_at is null
                   and not exists (select from participant q where q.ticket_id = :into and %s)
                 """.formatted(SAME_PERSON)).param("from", from.value()).param("into", into.value())
                .param("at", Sql.at(at)).update();
        jdbc.sql("""
                 update private_link l set ticket_id = :into, participant_id = joined.id
                 from participant p, lateral (select q.id from participant q where q.ticket_id = :into and %s
                                              order by q.submitter desc, q.id limit 1) joined
                 where l.ticket_id = :from and p.id = l.participant_id
                 """.formatted(SAME_PERSON)).param("from", from.value()).param("into", into.value()).update();
        jdbc.sql("update ticket set merged_into = :into where merged_into = :from").param("from", from.value())
                .param("into", into.value()).update();
    }
}
