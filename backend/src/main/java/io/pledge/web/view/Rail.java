package io.pledge.web.view;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line from the moment of promising to the gate at the due time. Positions are SVG lengths in per cent, such as
 * {@code 37.20%}. {@link RailDrawing} makes them.
 *
 * @param lines the track, what has passed, and holds
 * @param over the overrun past the gate, hatched; null while there is none
 * @param gate where the due time is
 * @param ring where now is; null once the gate is passed
 * @param labels words below
 * @param spoken the rail in a sentence
 * @param from where the moving ring starts; null where it stands still
 * @param until where the moving ring ends; null where it stands still
 */
public record Rail(
        List<Line> lines,
        @Nullable Stretch over,
        String gate,
        @Nullable String ring,
        List<Label> labels,
        String spoken,
        @Nullable Instant from,
        @Nullable Instant until) {

    /**
     * One stroke.
     *
     * @param kind end of the class name: track, done or hold
     * @param moves whether its end follows now
     */
    public record Line(String kind, String from, String to, boolean moves) {}

    /** A stretch by start and width. */
    public record Stretch(String from, String width) {}

    /**
     * Words below the rail.
     *
     * @param anchor start, middle or end
     * @param broken whether they tell of something broken
     * @param roomy whether there is room for them only on a wide screen
     */
    public record Label(String at, String anchor, String words, boolean broken, boolean roomy) {}
}
