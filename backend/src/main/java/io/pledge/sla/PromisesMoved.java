package io.pledge.sla;

import java.util.List;

import io.pledge.ticket.Moment;
import io.pledge.ticket.TicketId;

/**
 * Times that a customer had been promised are others now, announced inside the transaction that changed them.
 *
 * @param moves those promises only that the customer had read a time for
 */
public record PromisesMoved(TicketId ticket, Moment at, TermsChange why, List<PromiseMove> moves) {}
