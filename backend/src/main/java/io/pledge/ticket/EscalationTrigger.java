package io.pledge.ticket;

import java.time.Instant;

/**
 * Something outside this module on which a case climbs a tier. The module above implements it as an event, so that a
 * ticket escalates without knowing what promises are.
 */
public interface EscalationTrigger {
    TicketId ticket();

    /** When what moves the case happened, which may lie before anyone noticed it. */
    Instant occurredAt();

    /** Whether the case moves up because of this. */
    boolean movesCase();
}
