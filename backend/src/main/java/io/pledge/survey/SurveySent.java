package io.pledge.survey;

import java.time.Instant;

import io.pledge.ticket.TicketId;

/**
 * A customer is to be asked now. Published inside the transaction that wrote it down; only a hash of the token is kept,
 * so whoever sends the link queues it in that same transaction and stores the token nowhere else.
 *
 * @param participant who is asked, in their language
 * @param token the last part of the address {@code /s/{token}}
 * @param expiresAt until when it can be answered
 */
public record SurveySent(long survey, TicketId ticket, long participant, String token, Instant sentAt,
        Instant expiresAt) {}
