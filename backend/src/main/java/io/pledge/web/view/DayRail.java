package io.pledge.web.view;

import java.util.List;

/**
 * The day of a unit with every promise where it falls. Positions are SVG lengths in per cent.
 *
 * @param now where now is
 * @param nowAnchor start, or end where the words would run out at the right
 * @param nowWords such as "14:12 now"
 */
public record DayRail(
        List<Hour> hours, List<Mark> marks, String now, String nowAnchor, String nowWords, String spoken) {

    /** A full hour with its words. */
    public record Hour(String at, String words) {}

    /** One promise: where, in which tone and shape, and what it is. */
    public record Mark(String at, String tone, String shape, String words) {}
}
