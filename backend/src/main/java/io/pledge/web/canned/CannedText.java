package io.pledge.web.canned;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.pledge.ticket.TicketKind;

/**
 * A text that is picked instead of typed.
 *
 * @param title by language, for whoever picks it
 * @param kinds of cases that it is for; none: for all
 * @param text by language, for the customer, with variables in braces
 */
record CannedText(String key, Map<String, String> title, Set<TicketKind> kinds, Map<String, String> text) {
    static final String ENGLISH = "en";
    static final String CHINESE = "zh-CN";

    boolean isFor(TicketKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** What a text says to somebody of this language; English to whose language it does not speak. */
    static String in(Locale language, Map<String, String> texts) {
        return texts.getOrDefault(language.getLanguage().equals("zh") ? CHINESE : ENGLISH, "");
    }
}
