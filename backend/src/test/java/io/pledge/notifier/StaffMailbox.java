package io.pledge.notifier;

import java.net.URI;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.testing.As;
import io.pledge.ticket.TicketId;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What people of the staff were written, as the outbox holds it. */
record StaffMailbox(JdbcClient jdbc) {

    /** Who was written which letter of a case, in the order of writing: {@code local-head ruledBelow}. */
    List<String> readers(TicketId id) {
        return jdbc.sql("""
                        select p.username || ' ' || split_part(m.key, ':', 2)
                        from outbox_message m join person p on m.recipient_id = 'person:' || p.id
                        where m.reference = :ticket order by m.id
                        """).param("ticket", "ticket:" + id.value()).query(String.class).list();
    }

    /** The one mail of a case to somebody. */
    Mail mail(TicketId id, String username) {
        return jdbc.sql("""
                        select m.subject, m.body, m.link
                        from outbox_message m join person p on m.recipient_id = 'person:' || p.id
                        where m.reference = :ticket and p.username = :username
                        """).param("ticket", "ticket:" + id.value()).param("username", username)
                .query((row, _) -> new Mail(row.getString(1), row.getString(2), row.getString(3))).single();
    }

    /** The link in the one mail of a case opens for whoever got it. */
    void opens(TicketId id, String username, MockMvc mvc) throws Exception {
        mvc.perform(get(URI.create(mail(id, username).link).getPath()).with(As.person(username)))
                .andExpect(status().isOk());
    }

    /** What was written so far is not looked at. */
    void empty() {
        jdbc.sql("delete from outbox_message").update();
    }

    /** A mail as it lies there. */
    record Mail(String subject, String body, String link) {}
}
