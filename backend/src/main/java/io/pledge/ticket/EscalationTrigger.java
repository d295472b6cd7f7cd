package io.pledge.ticket;

import java.time.Instant;

/**
 * Something outside this module on which a case climbs. The module above implements it as an event, so that a ticket
 * escalates without knowing what promises are.
 */
public interface EscalationTrigger {
    TicketId ticket();

    /** When what moves the case happened, which may lie before anyone noticed it. */
    Instant occurredAt();

    /** Whether the case's chain begins because of this; whether it moves the case is said by {@link Chains}. */
    boolean beginsChain();
}
