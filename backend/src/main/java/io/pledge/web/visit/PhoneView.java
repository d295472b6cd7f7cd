package io.pledge.web.visit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A visit as whoever travels reads it on a phone.
 *
 * @param contact whom to ask for
 * @param phone as it was given; null where none was
 * @param call the same as a link that rings; null where there is none
 * @param words what was last said in the case, the latest first
 * @param findings what was noted on this visit
 * @param travelling since when the engineer is on the way, in the zone of the site; null while that was not told
 * @param arrived null before
 * @param left null before, and where it was never told
 */
record PhoneView(VisitView visit, String title, String contact, @Nullable String phone, @Nullable String call,
        List<Said> words, List<String> findings, @Nullable String travelling, @Nullable String arrived,
        @Nullable String left, @Nullable String signedBy, boolean open) {

    /** Something that was said, by whom and when. */
    record Said(String who, String when, String text) {}
}
