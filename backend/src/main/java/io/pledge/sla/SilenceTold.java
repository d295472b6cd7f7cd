package io.pledge.sla;

import java.time.Instant;

import io.pledge.ticket.TicketId;

/**
 * Somebody of the staff was told that a customer waits for what was promised.
 *
 * @param from the first promise of the kind that broke; with those that broke after it while nobody answered it is one silence
 * @param at when that person's channel took the letter
 */
public record SilenceTold(TicketId ticket, PromiseKind kind, int from, Instant at) {}
