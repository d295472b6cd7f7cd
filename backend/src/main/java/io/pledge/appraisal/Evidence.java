package io.pledge.appraisal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.TicketId;

/**
 * One case that a figure counts, or leaves out, and why.
 *
 * @param why the rule by which it counts so, such as {@code HELD_AT_DUE}
 * @param at when it happened
 * @param title of the case
 * @param detail the kind of the promise, or the cause of the complaint
 * @param dueAt the promised time, of a promise
 * @param metAt when the promise was fulfilled
 * @param score what the customer gave, of an answer
 */
public record Evidence(Measure measure, Side side, String why, Instant at, TicketId ticket, String title,
        @Nullable String detail, @Nullable Instant dueAt, @Nullable Instant metAt, @Nullable Integer score) {}
