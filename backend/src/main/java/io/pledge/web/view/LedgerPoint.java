package io.pledge.web.view;

/**
 * One promise in the ledger on the plate of a case, or the moment of reading between them.
 *
 * @param when its time, such as "08:40" or "Fri 09:00"; empty for now
 * @param what its kind in words; empty for now
 * @param shape name of the drawing in the sprite
 * @param tone as in {@link PromiseBadge}, or {@code now}
 * @param foot how it came out or how long there is
 * @param place past, now or ahead
 */
public record LedgerPoint(String when, String what, String shape, String tone, String foot, String place) {

    /** A promise of the past or the future. */
    public static LedgerPoint of(String when, String what, PromiseBadge badge, String foot, boolean past) {
        return new LedgerPoint(when, what, badge.shape(), badge.tone(), foot, past ? "past" : "ahead");
    }

    /** The moment of reading, with its word. */
    public static LedgerPoint now(String word) {
        return new LedgerPoint("", "", "now", "now", word, "now");
    }
}
