package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has not confirmed in time, and the question climbs. Published once for each person who stayed silent, in the
 * transaction that records it.
 *
 * @param confirmationId what is to be confirmed, for {@link Confirmations#confirm}
 * @param key as requested
 * @param reference what it is about, as requested
 * @param subject as requested
 * @param from who stayed silent
 * @param to who is asked now; null when nobody is left to climb to
 * @param dueAt the time that passed
 * @param at when that was noticed
 */
public record ConfirmationOverdue(long confirmationId, String key, String reference, String subject, String from,
        @Nullable String to, Instant dueAt, Instant at) {}
