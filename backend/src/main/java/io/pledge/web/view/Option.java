package io.pledge.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a select or of radio cards.
 *
 * @param value what is sent
 * @param words what is read
 * @param hint what it means; null for none
 * @param effect what follows from it; null for none
 * @param icon the drawing of a card; null puts the radio left
 * @param wide whether the card takes the whole row
 */
public record Option(
        String value,
        String words,
        @Nullable String hint,
        @Nullable String effect,
        @Nullable String icon,
        boolean wide) {

    /** A choice of words alone. */
    public static Option of(String value, String words) {
        return new Option(value, words, null, null, null, false);
    }
}
