package io.pledge.lessons;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketKind;

/**
 * Which lessons a list shows; what is null is not asked for.
 *
 * @param shelf published ones, or those that wait for a review, or those withdrawn
 */
public record LessonFilter(Shelf shelf, @Nullable TicketKind kind, @Nullable String product) {

    /** A part of the library. */
    public enum Shelf {
        PUBLISHED("l.state = 'PUBLISHED'"), REVIEW(
                "l.state <> 'WITHDRAWN' and (l.published_number is null or l.number > l.published_number)"), WITHDRAWN(
                        "l.state = 'WITHDRAWN'");

        private final String condition;

        Shelf(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        /** Readers see what was published, reviewers the latest. */
        String number() {
            return this == PUBLISHED ? "l.published_number" : "l.number";
        }
    }

    /** The last lesson of a page, behind which the next page begins. */
    public record Cursor(java.time.Instant changedAt, long id) {}
}
