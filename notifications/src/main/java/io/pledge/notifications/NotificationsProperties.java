package io.pledge.notifications;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How messages are delivered.
 *
 * @param enabled off: nothing is recorded, nothing is sent, nobody is asked to confirm
 * @param immediate whether delivery is tried right after the commit that queued a message, without waiting for the sweep
 * @param patience how long the committing thread waits for that; zero: not at all ({@code pledge.notifications.wait})
 * @param waiters how many threads may wait so at a time; each keeps its database connection while it does, so this stays
 *        well below the size of the pool
 * @param lease how long a claimed message is left to whoever claimed it
 * @param batch how many messages are claimed at a time
 * @param parallel how many of them are sent at a time
 * @param firstRetry the pause after the first failed attempt; doubles with each further one
 * @param longestRetry the longest such pause
 * @param digestWindow how long messages with a digest key are collected
 * @param from sender of mails, with or without a name
 * @param replyTo where answers to mails go; null: to the sender
 * @param mailTimeout how long a mail server may take to connect, and to answer each command; a setting under
 *        {@code spring.mail.properties} wins
 */
@ConfigurationProperties("pledge.notifications")
record NotificationsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean immediate,
        @Name("wait") @DefaultValue("1500ms") Duration patience, @DefaultValue("4") int waiters,
        @DefaultValue("2m") Duration lease, @DefaultValue("20") int batch, @DefaultValue("4") int parallel,
        @DefaultValue("15s") Duration firstRetry, @DefaultValue("15m") Duration longestRetry,
        @DefaultValue("30s") Duration digestWindow, @DefaultValue("Pledge <pledge@localhost>") String from,
        @Nullable String replyTo, @DefaultValue("5s") Duration mailTimeout) {

    NotificationsProperties {
        if (batch < 1 || parallel < 1 || waiters < 0) {
            throw new IllegalArgumentException(
                    "pledge.notifications: batch and parallel are at least 1, waiters at least 0");
        }
        if (!lease.isPositive() || !firstRetry.isPositive() || longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException(
                    "pledge.notifications: lease and first-retry are above zero, longest-retry is no shorter than first-retry");
        }
    }

    /** The pause after this many failed attempts. */
    Duration retryAfter(int attempts) {
        var pause = firstRetry;
        for (var failed = 1; failed < attempts && pause.compareTo(longestRetry) < 0; failed++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}
