package io.pledge.lessons;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * What was learned from a case.
 *
 * @param ticket the case it comes from; who may not see the case still reads what was published
 * @param number counts the texts from 1; this is the latest
 * @param published the text that readers see; null while none is published
 * @param text the text of that {@code number}
 */
public record Lesson(LessonId id, TicketId ticket, TicketKind kind, @Nullable String product, LessonState state,
        int number, @Nullable Integer published, LessonText text, PersonId writtenBy, Instant writtenAt) {

    /** Whether there is a text that nobody has reviewed yet. */
    public boolean awaitsReview() {
        return state != LessonState.WITHDRAWN && (published == null || number > published);
    }
}
