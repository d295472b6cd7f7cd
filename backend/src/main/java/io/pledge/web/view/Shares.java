package io.pledge.web.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The tiers' parts of one promise as a bar. Positions are SVG lengths in per cent.
 *
 * @param spoken the same in a sentence
 */
public record Shares(List<Part> parts, String spoken) {

    /** What share of the narrowest bar a letter takes; a Chinese character takes twice as much. */
    private static final double LETTER = 0.017;

    private static final double MARGIN = 0.035;

    private static final double GAP = 0.003;

    /** What a part of the time is. */
    public enum Kind {
        /** Used by a tier that had the case. */
        USED,
        /** Used by the tier that has it. */
        HELD,
        /** Left to the tier that has it. */
        LEFT,
        /** Kept for a tier that has not had it. */
        KEPT,
        /** Used by the local tier of a case that is over, as the next two by theirs. */
        LOCAL, REGIONAL, HEADQUARTERS;

        boolean isDark() {
            return this != LEFT && this != KEPT;
        }
    }

    /** A part before it is placed: what it is, how long, and its words. */
    public record Measure(Kind kind, Duration length, String words) {}

    /**
     * A placed part.
     *
     * @param kind end of the class name
     * @param words null where there is no room for them
     */
    public record Part(String kind, String at, String width, @Nullable String words, boolean dark) {}

    /** Places the parts one after the other over the whole bar. */
    public static Shares of(List<Measure> measures, String spoken) {
        var whole = measures.stream().mapToLong(measure -> measure.length().toMillis()).sum();
        var parts = new ArrayList<Part>();
        var at = 0.0;
        for (var measure : measures) {
            var width = whole == 0 ? 0 : (double) measure.length().toMillis() / whole;
            parts.add(part(measure, at, width));
            at += width;
        }
        return new Shares(List.copyOf(parts), spoken);
    }

    private static Part part(Measure measure, double at, double width) {
        return new Part(
                measure.kind().name().toLowerCase(Locale.ROOT),
                RailDrawing.percent(at),
                RailDrawing.percent(Math.max(0, width - GAP)),
                width < room(measure.words()) ? null : measure.words(),
                measure.kind().isDark());
    }

    private static double room(String words) {
        return MARGIN + words.codePoints().mapToDouble(letter -> Character.isIdeographic(letter) ? 2 * LETTER : LETTER)
                .sum();
    }
}
