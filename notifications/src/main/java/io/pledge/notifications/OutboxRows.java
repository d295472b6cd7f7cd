package io.pledge.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.pledge.notifications.Columns.at;

/** Writes the table of messages; who may write what, and when, is said by {@link Outbox} and {@link Delivery}. */
class OutboxRows {
    /** What is collected into one digest at the most. */
    private static final int MOST_TOGETHER = 10_000;

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds messages in this order, those whose key was used before left out; what is collected, or may not go out yet, is first tried later. */
    List<Added> add(List<New> messages, Instant queuedAt, Instant collectedUntil) {
        return jdbc
                .sql("""
                     insert into outbox_message (key, reference, kind, recipient_id, recipient_name, address, locale, subject,
                         body, link, automatic, digest_key, message_id, state, next_attempt_at, queued_at)
                     select key, reference, kind, recipient, name, address, locale, subject, body, link,
                         cast(automatic as boolean), digest, message, 'QUEUED',
                         greatest(case when digest is null then cast(:queuedAt as timestamptz) else :collectedUntil end,
                             not_before), :queuedAt
                     from unnest(cast(:keys as text[]), cast(:references as text[]), cast(:kinds as text[]),
                         cast(:recipients as text[]), cast(:names as text[]), cast(:addresses as text[]),
                         cast(:locales as text[]), cast(:subjects as text[]), cast(:bodies as text[]),
                         cast(:links as text[]), cast(:automatic as text[]), cast(:digests as text[]),
                         cast(:not_before as timestamptz[]), cast(:messages as text[])) with ordinality
                         as new (key, reference, kind, recipient, name, address, locale, subject, body, link, automatic,
                             digest, not_before, message, place)
                     order by place
                     on conflict (key) do nothing
                     returning id, next_attempt_at > queued_at or digest_key is not null as waits
                     """)
                .param("keys", column(messages, one -> one.message.key()))
                .param("references", column(messages, one -> one.message.reference()))
                .param("kinds", column(messages, one -> one.to().kind().name()))
                .param("recipients", column(messages, one -> one.to().id()))
                .param("names", column(messages, one -> Columns.text(one.to().name())))
                .param("addresses", column(messages, one -> Columns.text(one.to().address())))
                .param("locales", column(messages, one -> one.to().locale().toLanguageTag()))
                .param("subjects", column(messages, one -> Columns.text(one.message.subject())))
                .param("bodies", column(messages, one -> Columns.text(one.message.body())))
                .param("links", column(messages, one -> one.message.link()))
                .param("automatic", column(messages, one -> Boolean.toString(one.message.automatic())))
                .param("digests", column(messages, one -> one.message.digestKey()))
                .param("not_before", column(messages, one -> Objects.toString(one.message.notBefore(), null)))
                .param("messages", column(messages, New::messageId)).param("queuedAt", at(queuedAt))
                .param("collectedUntil", at(collectedUntil))
                .query((row, _) -> new Added(row.getLong("id"), row.getBoolean("waits"))).list();
    }

    private static @Nullable String[] column(List<New> messages, Function<New, @Nullable String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }

    /**
     * Claims what is due until the lease ends; what others hold locked is theirs. First attempts with the same digest key
     * to the same recipient are tied to the first of them for good, so that a digest sent again has the same content; they
     * come beside the limit, or somebody who was told of hundreds of things would get dozens of digests.
     */
    List<Claimed> claimDue(Lease lease, int limit) {
        return claim(lease, limit, new Long[0], true);
    }

    /** Claims those of the given messages that are due. */
    List<Claimed> claim(Lease lease, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : claim(lease, ids.size(), ids.toArray(Long[]::new), false);
    }

    private List<Claimed> claim(Lease lease, int limit, Long[] ids, boolean any) {
        var claimed = jdbc
                .sql("""
                     with due as (
                         select id, attempts, recipient_id, kind, address, digest_key
                         from outbox_message
                         where state in ('QUEUED', 'SENDING') and sent_with is null and next_attempt_at <= :now
                             and kind = any(:kinds) and id <> all(:excluded) %s
                         order by next_attempt_at, id
                         limit :limit
                         for update skip locked
                     ), beside as (
                         select m.id, m.attempts, m.recipient_id, m.kind, m.address, m.digest_key
                         from outbox_message m
                         where %s and m.state = 'QUEUED' and m.attempts = 0 and m.sent_with is null
                             and m.digest_key is not null and m.next_attempt_at <= :now and m.id <> all(:excluded)
                             and (m.digest_key, m.recipient_id, m.kind, m.address) in (
                                 select digest_key, recipient_id, kind, address from due where attempts = 0)
                             and m.id not in (select id from due)
                         order by m.id
                         limit :most
                         for update of m skip locked
                     ), taken as (
                         select * from due union all select * from beside
                     ), led as (
                         select id, case when digest_key is null or attempts > 0 then id
                             else min(id) over (partition by attempts, recipient_id, kind, address, digest_key) end as leader
                         from taken
                     )
                     update outbox_message m
                     set state = 'SENDING', attempts = m.attempts + 1, next_attempt_at = :until,
                         sent_with = nullif(led.leader, led.id)
                     from led
                     where m.id = led.id
                     returning m.id
                     """.formatted(
                        any ? "" : "and id = any(:ids)", any))
                .param("now", at(lease.from()))
                .param("until", at(lease.until())).param("kinds", lease.kinds()).param("excluded", lease.excluded())
                .param("ids", ids).param("limit", limit).param("most", MOST_TOGETHER).query(Long.class).list();
        return claimed.isEmpty() ? List.of() : withTheirDigests(claimed);
    }

    private List<Claimed> withTheirDigests(List<Long> claimed) {
        return jdbc.sql("""
                        select * from outbox_message
                        where (id = any(:ids) or sent_with = any(:ids)) and state = 'SENDING'
                        order by id
                        """).param("ids", claimed.toArray(Long[]::new)).query(OutboxRows::claimed).list();
    }

    /** Records the acceptance of a message and of those sent with it; those recorded before are left out. */
    List<MessageAccepted> accepted(long leader, Instant at) {
        return jdbc.sql("""
                        update outbox_message
                        set state = 'ACCEPTED', accepted_at = :at, link = null,
                            last_error = case when bounced_at is not null then last_error end
                        where (id = :id or sent_with = :id) and state <> 'ACCEPTED'
                        returning reference, key, recipient_id
                        """).param("id", leader).param("at", at(at))
                .query((row, _) -> new MessageAccepted(row.getString("reference"), row.getString("key"),
                        row.getString("recipient_id"), at))
                .list();
    }

    /** Records that a message, and those sent with it, will never be accepted. */
    List<MessageRefused> refused(long leader, String reason, Instant at) {
        return jdbc.sql("""
                        update outbox_message
                        set state = 'FAILED', last_error = :reason, link = null
                        where (id = :id or sent_with = :id) and state = 'SENDING'
                        returning reference, key, recipient_id
                        """).param("id", leader).param("reason", reason)
                .query((row, _) -> new MessageRefused(row.getString("reference"), row.getString("key"),
                        row.getString("recipient_id"), DeliveryFailure.in(reason), reason, at))
                .list();
    }

    /** Gives a message, and those sent with it, back to the queue. */
    void tryLater(Claimed leader, String reason, Instant nextAttemptAt) {
        jdbc.sql("""
                 update outbox_message
                 set state = 'QUEUED', last_error = :reason, attempts = :attempts, next_attempt_at = :next
                 where (id = :id or sent_with = :id) and state = 'SENDING'
                 """).param("id", leader.id()).param("reason", reason).param("attempts", leader.attempts())
                .param("next", at(nextAttemptAt)).update();
    }

    /** Remembers that the channel said yes although recording it failed, so that only the recording is tried again. */
    void acceptedButUnrecorded(Claimed leader, Instant acceptedAt, String reason, Instant nextAttemptAt) {
        jdbc.sql("""
                 update outbox_message
                 set accepted_at = :at, last_error = :reason, next_attempt_at = :next
                 where id = :id and state = 'SENDING'
                 """).param("id", leader.id()).param("at", at(acceptedAt)).param("reason", reason)
                .param("next", at(nextAttemptAt)).update();
    }

    /** Blanks what identifies a person; what has not gone out will not. */
    int erase(String recipientId, Instant at) {
        return jdbc.sql("""
                        update outbox_message
                        set recipient_name = '', address = '', subject = '', body = '', link = null, erased_at = :at,
                            last_error = case when state in ('QUEUED', 'SENDING') then 'recipient erased' end,
                            state = case when state in ('QUEUED', 'SENDING') then 'FAILED' else state end
                        where recipient_id = :recipientId and erased_at is null
                        """).param("recipientId", recipientId).param("at", at(at)).update();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        var to = new Recipient(row.getString("recipient_name"), row.getString("address"),
                ChannelKind.valueOf(row.getString("kind")), row.getString("recipient_id"),
                Locale.forLanguageTag(row.getString("locale")));
        var message = new QueuedMessage(row.getString("message_id"), to, row.getString("subject"),
                row.getString("body"), row.getString("link"), row.getBoolean("automatic"),
                Columns.instant(row, "queued_at"));
        return new Claimed(row.getLong("id"), row.getObject("sent_with", Long.class), row.getInt("attempts"),
                Columns.optionalInstant(row, "accepted_at"), message);
    }

    /** A message to be queued. */
    record New(OutgoingMessage message, String messageId) {
        Recipient to() {
            return message.recipient();
        }
    }

    /**
     * A message that was queued.
     *
     * @param waits whether it is collected or may not go out yet
     */
    record Added(long id, boolean waits) {}

    /** A stretch of time for which messages of these kinds are claimed, without those excluded. */
    record Lease(Instant from, Instant until, String[] kinds, Long[] excluded) {}

    /** A message somebody has claimed. */
    record Claimed(long id, @Nullable Long sentWith, int attempts, @Nullable Instant acceptedAt,
            QueuedMessage message) {
        long leader() {
            return sentWith == null ? id : sentWith;
        }
    }
}
