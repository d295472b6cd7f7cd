package io.pledge.survey;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * A customer gave a low score: somebody has to call. Published inside the transaction.
 *
 * @param unit the unit that held the case when it closed
 * @param to its head, or the next one above; null while nobody is appointed
 */
public record RecoveryCallOpened(long call, TicketId ticket, int score, UnitId unit, @Nullable PersonId to,
        Instant dueAt, Instant openedAt) {}
