package io.pledge.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.pledge.notifications.Columns.at;

/** Reads and writes what is known of messages that came back. */
class BounceRows {
    private final JdbcClient jdbc;

    BounceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The message that went out under one of these Message-IDs; none whose recipient was erased. */
    Optional<Sent> sent(List<String> messageIds) {
        return jdbc.sql("""
                        select id, message_id, address, accepted_at
                        from outbox_message
                        where message_id = any(:ids) and sent_with is null and erased_at is null
                        order by id limit 1
                        """).param("ids", messageIds.toArray(String[]::new))
                .query((row, _) -> new Sent(row.getLong("id"), row.getString("message_id"), row.getString("address"),
                        Columns.optionalInstant(row, "accepted_at")))
                .optional();
    }

    /** Records that a message came back, and those sent with it; those recorded before are left out. */
    List<MessageBounced> bounced(Sent leader, Bounce.Outcome outcome, String reason, Instant at) {
        return jdbc.sql("""
                        update outbox_message
                        set bounced_at = :at, last_error = :reason
                        where (id = :id or sent_with = :id) and bounced_at is null and erased_at is null
                        returning reference, key, recipient_id
                        """).param("id", leader.id()).param("reason", reason).param("at", at(at))
                .query((row, _) -> new MessageBounced(row.getString("reference"), row.getString("key"),
                        row.getString("recipient_id"), outcome.failure(), reason, at))
                .list();
    }

    /** The number of the last mail that was read in the mailbox; 0 where none was since its numbers began anew. */
    long lastRead(String mailbox, long validity) {
        return jdbc.sql("select last_uid from bounce_mailbox where name = :name and uid_validity = :validity")
                .param("name", mailbox).param("validity", validity).query(Long.class).optional().orElse(0L);
    }

    void read(String mailbox, long validity, long uid) {
        jdbc.sql("""
                 insert into bounce_mailbox as known (name, uid_validity, last_uid) values (:name, :validity, :uid)
                 on conflict (name) do update set uid_validity = excluded.uid_validity,
                     last_uid = case when known.uid_validity = excluded.uid_validity
                         then greatest(known.last_uid, excluded.last_uid) else excluded.last_uid end
                 """).param("name", mailbox).param("validity", validity).param("uid", uid).update();
    }

    /** A message that went out. */
    record Sent(long id, String messageId, String address, @Nullable Instant acceptedAt) {}
}
