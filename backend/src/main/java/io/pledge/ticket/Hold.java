package io.pledge.ticket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A stretch in which a case waited for the customer; it still runs while {@code endedAt} is null. */
public record Hold(TicketId ticket, String reason, Instant heldAt, @Nullable Instant endedAt) {}
