package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a message is, for pages.
 *
 * @param id names the row; grows with time
 * @param key the message's key, as queued
 * @param reference what it is about, as queued
 * @param recipientId the caller's name for the recipient
 * @param recipientName empty once erased
 * @param kind the channel it goes through
 * @param subject empty once erased
 * @param state how far it has come
 * @param attempts how often sending was tried
 * @param queuedAt when it was queued
 * @param nextAttemptAt when it is tried next (while being sent: when it is tried again should the sender have died); null
 *        once it is accepted or failed
 * @param acceptedAt when the channel took it; null before that
 * @param bouncedAt when it came back; null unless it did
 * @param lastError what the channel said to the last attempt, or why it failed or came back, in technical words; null when nothing is
 *        wrong
 */
public record DeliveryStatus(long id, String key, String reference, @Nullable String recipientId, String recipientName,
        ChannelKind kind, String subject, MessageState state, int attempts, Instant queuedAt,
        @Nullable Instant nextAttemptAt, @Nullable Instant acceptedAt, @Nullable Instant bouncedAt,
        @Nullable String lastError) {}
