package io.pledge.sla;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * So much of the time for a solution is used that the chain tells people up the line of it. Announced once a notice.
 *
 * @param share of the time, such as 0.5
 * @param tell who is told
 * @param reachedAt when it was used
 * @param unit which had the ticket then
 * @param person who had it; null for nobody
 * @param atNight whether they are written at any hour
 */
public record PromiseTimeUsed(TicketId ticket, int sequence, double share, Set<Chain.Up> tell, Instant dueAt,
        Instant reachedAt, Instant detectedAt, UnitId unit, @Nullable PersonId person, boolean atNight) {}
