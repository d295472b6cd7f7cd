package io.pledge.ticket;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;

/** Sees to it that words do not cross: who writes to the customer knows what others did to the case, and the customer wrote, before. */
@Component
public class Exchange {
    private final JdbcClient jdbc;

    Exchange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last line of a case's history, for a page to say what its reader had read. */
    public long latest(TicketId ticket) {
        return jdbc.sql("select coalesce(max(id), 0) from timeline_entry where ticket_id = :ticket")
                .param("ticket", ticket.value()).query(Long.class).single();
    }

    /**
     * What people did to a case after somebody had read it, as ids of lines of its history, oldest first: what they did themselves
     * and what happened by itself is not among it.
     *
     * @param seen the last line that they had read
     */
    public List<Long> since(TicketId ticket, long seen, PersonId reader) {
        return jdbc.sql("""
                select id from timeline_entry
                where ticket_id = :ticket and id > :seen and actor <> 'SYSTEM' and person_id is distinct from :reader
                order by id
                """).param("ticket", ticket.value()).param("seen", seen).param("reader", reader.value())
                .query(Long.class).list();
    }

    /**
     * Sends words to the customer, unless somebody did something meanwhile. Others who write on the case wait for the end of the
     * transaction. The same words sent twice are sent once.
     *
     * @throws Crossed where somebody did; nothing was sent then
     */
    @Transactional
    public void send(Turn turn, Runnable verb) {
        if (!said(turn, "PUBLIC")) {
            if (!since(turn.ticket, turn.seen, turn.author).isEmpty()) {
                throw new Crossed(turn.ticket);
            }
            verb.run();
        }
    }

    /** Notes words among staff, which need not wait for anybody. The same words noted twice are noted once. */
    @Transactional
    public void note(Turn turn, Runnable verb) {
        if (!said(turn, "INTERNAL")) {
            verb.run();
        }
    }

    /** Whether the author has written these very words since; asked while nobody else can write. */
    private boolean said(Turn turn, String visibility) {
        jdbc.sql("select id from ticket where id = :ticket for update").param("ticket", turn.ticket.value())
                .query(Long.class).optional();
        return jdbc.sql("""
                select exists (select from timeline_entry e join message m on m.id = e.message_id
                               where e.ticket_id = :ticket and e.id > :seen and e.person_id = :author and m.body = :text
                                 and m.visibility = :visibility)
                """).param("ticket", turn.ticket.value()).param("seen", turn.seen)
                .param("author", turn.author.value()).param("text", turn.text)
                .param("visibility", visibility).query(Boolean.class).single();
    }

    /**
     * Words about to be sent.
     *
     * @param seen the last line of the case's history that the author had read
     */
    public record Turn(TicketId ticket, PersonId author, long seen, String text) {}
}
