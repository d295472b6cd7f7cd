package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A channel has taken a message; see {@link MessagesAccepted}.
 *
 * @param reference what the message was about, as queued
 * @param key the message's key, as queued
 * @param recipientId the caller's name for the recipient, as queued
 * @param acceptedAt when the channel said yes; the moment from which the message counts as told
 */
public record MessageAccepted(String reference, String key, @Nullable String recipientId, Instant acceptedAt) {}
