package io.pledge.web.writing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A form whose words are kept, as a page shows it.
 *
 * @param owner whose draft of what it is: under this name the browser keeps what the server has not got yet
 * @param page the name of this very page, which no other has
 * @param sentFrom the page from which the form was sent last; what the browser kept of that page is no draft any more
 * @param words what is in its fields, by name
 * @param kept "Draft kept 14:02"; null where nothing is kept
 */
public record DraftView(String owner, String page, @Nullable String sentFrom, Map<String, String> words,
        @Nullable String kept) {

    /** What stands in a field; empty where nothing does. */
    public String word(String field) {
        return words.getOrDefault(field, "");
    }

    /** All its words under each other, for who can no longer send but only copy them. */
    public String all() {
        return words.entrySet().stream().filter(word -> !word.getKey().equals("nextWordAt")).map(Map.Entry::getValue)
                .filter(word -> !word.isBlank()).reduce((one, other) -> one + "\n\n" + other).orElse("");
    }
}
