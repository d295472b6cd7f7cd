package io.pledge.lessons;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * A lesson or a solved case that a search found.
 *
 * @param lesson the lesson; null where it is a case
 * @param ticket the case, or the case that the lesson comes from
 * @param title with the words marked that were found
 * @param excerpt where the words stand, or the remedy
 * @param at when it was published or solved
 */
public record Found(@Nullable LessonId lesson, TicketId ticket, MarkedText title, MarkedText excerpt, TicketKind kind,
        @Nullable String product, Instant at) {}
