package io.pledge.ticket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** Files kept in PostgreSQL, so that one backup holds everything. */
@Component
class DatabaseAttachments implements Attachments {
    private final JdbcClient jdbc;

    DatabaseAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TicketId ticket, long message, List<NewAttachment> files, Instant at) {
        for (var file : files) {
            jdbc.sql(
                    """
                    insert into attachment (ticket_id, message_id, name, media_type, size, sha256, content, recorded_at)
                    values (:ticket, :message, :name, :type, :size, :sha256, :content, :at)
                    """).param("ticket", ticket.value()).param("message", message).param("name", file.name())
                    .param("type", file.mediaType()).param("size", file.content().length)
                    .param("sha256", sha256(file.content())).param("content", file.content()).param("at", Sql.at(at))
                    .update();
        }
    }

    @Override
    public List<Attachment> of(List<TicketId> tickets) {
        return jdbc.sql("""
                select id, message_id, name, media_type, size from attachment where ticket_id = any(:tickets) order by id
                """).param("tickets", ids(tickets)).query(DatabaseAttachments::attachment).list();
    }

    @Override
    public Optional<Content> content(List<TicketId> tickets, long attachment) {
        return jdbc.sql("select * from attachment where ticket_id = any(:tickets) and id = :id")
                .param("tickets", ids(tickets)).param("id", attachment)
                .query((row, index) -> new Content(attachment(row, index), row.getBytes("content"))).optional();
    }

    @Override
    public Optional<Content> shownContent(List<TicketId> tickets, long attachment) {
        return content(tickets, attachment).filter(_ -> jdbc.sql("""
                        select not exists (select from attachment a join message m on m.id = a.message_id
                                           where a.id = :id and m.visibility = 'INTERNAL')
                        """).param("id", attachment).query(Boolean.class).single());
    }

    private static Long[] ids(List<TicketId> tickets) {
        return tickets.stream().map(TicketId::value).toArray(Long[]::new);
    }

    private static Attachment attachment(ResultSet row, int index) throws SQLException {
        return new Attachment(row.getLong("id"), row.getLong("message_id"), row.getString("name"),
                row.getString("media_type"), row.getLong("size"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
