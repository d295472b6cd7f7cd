package io.pledge.lessons;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketId;

/**
 * A lesson or a solved case that resembles a case, and why.
 *
 * @param lesson the lesson; null where it is a case
 * @param ticket the case, or the case that the lesson comes from
 * @param remedy what helped
 * @param sameProduct whether it is about the same product
 * @param sameKind whether it is of the same kind
 * @param words words that both have, the first ones of the text first
 */
public record Similar(@Nullable LessonId lesson, TicketId ticket, String title, String remedy, boolean sameProduct,
        boolean sameKind, List<String> words) {}
