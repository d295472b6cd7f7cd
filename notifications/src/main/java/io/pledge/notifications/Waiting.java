package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What has not gone out yet.
 *
 * @param messages how many are queued or being sent
 * @param withoutChannel how many of them no channel can carry as the application is configured
 * @param since when the oldest of them was queued; null when nothing waits
 */
public record Waiting(long messages, long withoutChannel, @Nullable Instant since) {}
