package io.pledge.lessons;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words of an entry with those marked that were found. Plain text: whoever shows it escapes it as usual. */
public record MarkedText(List<Part> parts) {
    /** Two characters that no text holds, so that marks are never mistaken for words of the text. */
    static final String OPEN = "\uE000";
    static final String CLOSE = "\uE001";

    /** A stretch of text. */
    public record Part(String words, boolean marked) {}

    /** Reads what the search engine marked with {@link #OPEN} and {@link #CLOSE}. */
    static MarkedText read(String text) {
        var parts = new ArrayList<Part>();
        var marked = false;
        for (var stretch : text.splitWithDelimiters("[" + OPEN + CLOSE + "]", 0)) {
            if (stretch.equals(OPEN) || stretch.equals(CLOSE)) {
                marked = stretch.equals(OPEN);
            } else if (!stretch.isEmpty()) {
                parts.add(new Part(stretch, marked));
            }
        }
        return new MarkedText(List.copyOf(parts));
    }

    /** The marked words, each once, in small letters. */
    Set<String> markedWords() {
        var words = new LinkedHashSet<String>();
        parts.stream().filter(Part::marked).forEach(p -> words.add(p.words().toLowerCase(java.util.Locale.ROOT)));
        return words;
    }
}
