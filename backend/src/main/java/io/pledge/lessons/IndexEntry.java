package io.pledge.lessons;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the search engine keeps of a lesson or a solved case.
 *
 * @param type {@code LESSON} or {@code CASE}
 * @param ref id of the lesson or of the case
 * @param ticket id of the case it comes from
 * @param paths paths of the units that hold or held the case; empty for a lesson, which all of the staff may read
 * @param manager the account manager who sees the case
 * @param at when it was published or solved, in milliseconds since 1970
 */
record IndexEntry(String type, long ref, long ticket, String title, String situation, String cause, String remedy,
        String prevention, String kind, @Nullable String product, List<String> paths, @Nullable Long manager,
        long at) {

    Subject subject() {
        return new Subject(Subject.Type.valueOf(type), ref);
    }
}
