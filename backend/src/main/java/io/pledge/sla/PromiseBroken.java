package io.pledge.sla;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.EscalationTrigger;
import io.pledge.ticket.TicketId;

/**
 * A promise was not kept. It happened at its due time, whenever anyone noticed.
 *
 * @param unit the unit that held the ticket at the due time
 * @param person who had taken it then, or the unit's head
 * @param answered whether the answer came meanwhile, late
 * @param chain how it climbs
 * @param beginsChain whether the chain begins with it: once a ticket, not once a promise, and not when answered
 */
public record PromiseBroken(TicketId ticket, PromiseKind kind, int sequence, Instant dueAt, Instant detectedAt,
        UnitId unit, @Nullable PersonId person, boolean answered, Chain chain,
        boolean beginsChain) implements EscalationTrigger {

    @Override
    public Instant occurredAt() {
        return dueAt;
    }
}
