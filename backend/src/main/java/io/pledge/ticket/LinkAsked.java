package io.pledge.ticket;

import java.time.Instant;

/**
 * Somebody on the customer's side asked for another private link, by number and address, and is to get it by mail.
 *
 * @param participant who asked; has an e-mail address
 */
public record LinkAsked(TicketId ticket, long participant, Instant askedAt) {}
