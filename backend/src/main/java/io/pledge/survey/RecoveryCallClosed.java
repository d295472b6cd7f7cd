package io.pledge.survey;

import java.time.Instant;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/** Somebody called the customer after a low score and wrote down what was said. Published inside the transaction. */
public record RecoveryCallClosed(long call, TicketId ticket, RecoveryCall.Outcome outcome, PersonId by,
        Instant closedAt) {}
