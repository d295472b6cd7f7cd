package io.pledge.notifications;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A confirmation as it stands.
 *
 * @param id names it towards {@link Confirmations#confirm}
 * @param key as requested
 * @param reference as requested
 * @param subject as requested
 * @param asked everybody asked so far, in order; never empty
 * @param confirmedBy who confirmed; null while open
 * @param confirmedAt when; null while open
 */
public record Confirmation(long id, String key, String reference, String subject, List<Ask> asked,
        @Nullable String confirmedBy, @Nullable Instant confirmedAt) {

    /**
     * One person asked.
     *
     * @param person who
     * @param askedAt since when
     * @param chaseAt until when the answer is awaited
     * @param chasedAt when it was noticed that none had come; null if it came in time or may still come
     */
    public record Ask(String person, Instant askedAt, Instant chaseAt, @Nullable Instant chasedAt) {}

    /** Whether somebody still has to confirm. */
    public boolean open() {
        return confirmedAt == null;
    }

    /** Who is asked now, or was last. */
    public Ask current() {
        return asked.getLast();
    }

    /** Whether the first person asked let the time pass: it climbed, or the answer came after the time. */
    public boolean late() {
        var first = asked.getFirst();
        return first.chasedAt() != null || confirmedAt != null && confirmedAt.isAfter(first.chaseAt());
    }
}
