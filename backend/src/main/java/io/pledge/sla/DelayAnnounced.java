package io.pledge.sla;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.Moment;
import io.pledge.ticket.TicketId;

/**
 * A promise will not be kept, and the customer has not agreed to another time: what was promised runs on, and the customer hears of it.
 *
 * @param promised by when it is promised; null while its clock stands still
 * @param expected when it is expected now
 */
public record DelayAnnounced(TicketId ticket, Moment at, PromiseKind kind, @Nullable Instant promised,
        Instant expected) {}
