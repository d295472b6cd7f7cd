package io.pledge.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Where messages are put to be delivered, and where pages read how far they have come. What is queued here is sent at least
 * once, with the same Message-ID each time, and not at all if the caller's transaction rolls back.
 */
public class Outbox {
    private final OutboxRows rows;
    private final OutboxReadings readings;
    private final Channels channels;
    private final AfterCommit afterCommit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final NotificationsProperties properties;

    Outbox(OutboxRows rows, OutboxReadings readings, Channels channels, AfterCommit afterCommit,
            TransactionOperations transactions, Clock clock, NotificationsProperties properties) {
        this.rows = rows;
        this.readings = readings;
        this.channels = channels;
        this.afterCommit = afterCommit;
        this.transactions = transactions;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Queues a message in the caller's transaction (one of its own where there is none). After the commit its delivery is
     * tried at once, unless it is to be collected into a digest or may not go out yet.
     *
     * @return whether it was queued: false when the key was used before, or when notifications are switched off
     */
    public boolean queue(OutgoingMessage message) {
        return queue(List.of(message)) > 0;
    }

    /**
     * Queues many messages at once, as if one by one.
     *
     * @return how many were queued
     */
    public int queue(Collection<OutgoingMessage> messages) {
        if (!properties.enabled() || messages.isEmpty()) {
            return 0;
        }
        var queued = transactions.execute(_ -> add(messages, clock.instant()));
        return queued == null ? 0 : queued;
    }

    private int add(Collection<OutgoingMessage> messages, Instant now) {
        var added = rows.add(messages.stream().map(message -> new OutboxRows.New(message, newMessageId())).toList(),
                now,
                now.plus(properties.digestWindow()));
        added.stream().filter(message -> !message.waits()).forEach(message -> afterCommit.deliver(message.id()));
        return added.size();
    }

    private String newMessageId() {
        return "<" + UUID.randomUUID() + "@" + MailAddresses.domain(properties.from()) + ">";
    }

    /**
     * Blanks name, address, subject and body of every message to this recipient. Messages that have not gone out will not
     * go out any more; no event says so.
     *
     * @param recipientId as given in {@link Recipient#id()}
     * @return how many messages were blanked
     */
    public int erase(String recipientId) {
        return rows.erase(recipientId, clock.instant());
    }

    /** The messages about one thing, oldest first. */
    public List<DeliveryStatus> forReference(String reference) {
        return readings.about(List.of(reference));
    }

    /** The messages about several things in one query, by reference, oldest first; a reference without messages is absent. */
    public Map<String, List<DeliveryStatus>> forReferences(Collection<String> references) {
        return references.isEmpty()
                ? Map.of()
                : readings.about(references).stream().collect(Collectors.groupingBy(DeliveryStatus::reference));
    }

    /** The messages of these keys in one query, by key; a key under which nothing was queued is absent. */
    public Map<String, DeliveryStatus> withKeys(Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : readings.under(keys).stream().collect(Collectors.toMap(DeliveryStatus::key, message -> message));
    }

    /** The messages that came back last, newest first. */
    public List<DeliveryStatus> bounced(int limit) {
        return readings.bounced(limit);
    }

    /** The messages queued last, newest first. */
    public List<DeliveryStatus> recent(int limit) {
        return readings.recent(limit);
    }

    /** What has not gone out yet. */
    public Waiting waiting() {
        return readings.waiting(channels.carried());
    }
}
