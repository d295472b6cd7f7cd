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
    /** One question for each thing that tells people apart, each with an index of its own. */
    private static final String SHARED_WITH = """
            select q.ticket_id from participant p join participant q on q.contact_id = p.contact_id
            where p.ticket_id = :ticket and not p.by_plan and not q.by_plan
            union select q.ticket_id from participant p join participant q on lower(q.email) = lower(p.email)
            where p.ticket_id = :ticket and not p.by_plan and not q.by_plan
            union select q.ticket_id from participant p join participant q on q.email is null
                and regexp_replace(q.phone, '[^0-9]', '', 'g') = regexp_replace(p.phone, '[^0-9]', '', 'g')
            where p.ticket_id = :ticket and p.email is null
            """;

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
                  and %s
                order by t.submitted_at desc, t.id desc limit :limit
                """.formatted(scope.condition("t"), customer == null
                ? "t.customer_id is null and t.id in (" + SHARED_WITH + ")"
                : "t.customer_id = " + customer.value())).params(scope.parameters())
                .param("ticket", ticket.id().value()).param("words", words.strip())
                .param("number", TicketNumber.read(words).map(TicketId::value).orElse(-1L))
                .param("limit", limit).query(Long.class)
                .list().stream().map(TicketId::new).toList();
        var found = cases.require(ids);
        return ids.stream().map(found::get).toList();
    }

    /** Whether somebody on the customer's side stands in both. */
    boolean shareSomebody(TicketId one, TicketId other) {
        return jdbc.sql("select :other in (" + SHARED_WITH + ")")
                .param("ticket", one.value()).param("other", other.value()).query(Boolean.class).single();
    }

    /** Waits until nobody else writes to these cases; always in the order of their numbers. What is read of them then holds until the transaction ends. */
    public void lock(List<TicketId> tickets) {
        jdbc.sql("select id from ticket where id = any(:ids) order by id for update")
                .param("ids", tickets.stream().map(TicketId::value).toArray(Long[]::new)).query(Long.class).list();
    }

    /** The case in which one goes on; the same where it was not merged, or is none. */
    public TicketId goesOn(TicketId ticket) {
        return jdbc.sql("select merged_into from ticket where id = :ticket and merged_into is not null")
                .param("ticket", ticket.value()).query(Long.class).optional().map(TicketId::new).orElse(ticket);
    }

    /**
     * Lets everybody on the customer's side of a case be on that of the other, which links that went to them by mail open from now on.
     * Who reads along in one goes on reading along. A link that a browser was shown stays where it is: whoever typed an address need not be who reads its mail.
     */
    void join(TicketId from, TicketId into, Instant at) {
        jdbc.sql("""
                 insert into participant (ticket_id, contact_id, name, email, phone, language, zone, submitter, added_at)
                 select :into, p.contact_id, p.name, p.email, p.phone, p.language, p.zone, false, :at from participant p
                 where p.ticket_id = :from and p.erased_at is null and not p.by_plan
                   and not exists (select from participant q where q.ticket_id = :into and not q.by_plan and %s)
                 """.formatted(SAME_PERSON)).param("from", from.value()).param("into", into.value())
                .param("at", Sql.at(at)).update();
        jdbc.sql("""
                 insert into participant (ticket_id, contact_id, name, email, phone, language, zone, submitter, by_plan, added_at)
                 select :into, p.contact_id, p.name, p.email, p.phone, p.language, p.zone, false, true, :at from participant p
                 where p.ticket_id = :from and p.erased_at is null and p.by_plan
                 on conflict (ticket_id, contact_id) where by_plan do nothing
                 """).param("from", from.value()).param("into", into.value()).param("at", Sql.at(at)).update();
        jdbc.sql("""
                 update private_link l set ticket_id = :into, participant_id = joined.id
                 from participant p, lateral (select q.id from participant q
                                              where q.ticket_id = :into and q.by_plan = p.by_plan and %s
                                              order by q.submitter desc, q.id limit 1) joined
                 where l.ticket_id = :from and p.id = l.participant_id and l.by_mail
                 """.formatted(SAME_PERSON)).param("from", from.value()).param("into", into.value()).update();
        jdbc.sql("update ticket set merged_into = :into where merged_into = :from").param("from", from.value())
                .param("into", into.value()).update();
    }
}
