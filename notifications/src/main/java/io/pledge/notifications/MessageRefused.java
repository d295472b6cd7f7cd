package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A channel refuses a message for good. Published once per message, in the transaction that records the refusal.
 *
 * @param reference what the message was about, as queued
 * @param key the message's key, as queued
 * @param recipientId the caller's name for the recipient, as queued
 * @param failure why, as far as a person can act on it
 * @param reason what the channel said, in technical words
 * @param refusedAt when it said so
 */
public record MessageRefused(String reference, String key, @Nullable String recipientId, DeliveryFailure failure,
        String reason, Instant refusedAt) {}
