package io.pledge.incident;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said to all customers of an incident.
 *
 * @param key chosen by the sender; the same key twice is one letter
 * @param words in each language in which it was written; blank ones count as missing
 * @param nextWordAt by when they hear again; null where it says that it is solved
 */
public record Letter(String key, Kind kind, Map<Language, Words> words, @Nullable Instant nextWordAt) {
    public Letter {
        words = Map.copyOf(words);
    }

    /** Whether there is something to say in a language. */
    boolean has(Language language) {
        var said = words.get(language);
        return said != null && !said.blank();
    }

    /** What it is. */
    public enum Kind {
        MESSAGE, RESOLUTION
    }
}
