package io.pledge.lessons;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketKind;

/**
 * What somebody looks for.
 *
 * @param text their words, in English or Chinese
 * @param shelf lessons, solved cases, or both
 */
public record SearchQuestion(String text, Shelf shelf, @Nullable TicketKind kind, @Nullable String product) {
    private static final int LONGEST = 300;

    public SearchQuestion {
        text = text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
    }

    /** Where to look. */
    public enum Shelf {
        ALL, LESSONS, CASES
    }
}
