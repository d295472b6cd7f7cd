package io.pledge.ticket;

import java.time.Instant;

/**
 * The two times that everything has: promises go by the first, the second shows what was entered late.
 *
 * @param occurredAt when it happened
 * @param recordedAt when we learned of it
 */
public record Moment(Instant occurredAt, Instant recordedAt) {}
