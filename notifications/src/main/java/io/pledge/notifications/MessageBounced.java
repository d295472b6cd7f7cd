package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message came back that a channel had taken. Published once per message (of a digest: for each that was in it), in the
 * transaction that records it. The message stays accepted: what counted from then on counts.
 *
 * @param reference what the message was about, as queued
 * @param key the message's key, as queued
 * @param recipientId the caller's name for the recipient, as queued
 * @param failure why, as far as a person can act on it
 * @param reason why, in the mail server's technical words, which may name the address
 * @param bouncedAt when it came back
 */
public record MessageBounced(String reference, String key, @Nullable String recipientId, DeliveryFailure failure,
        String reason, Instant bouncedAt) {}
