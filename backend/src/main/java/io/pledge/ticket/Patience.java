package io.pledge.ticket;

import java.time.Instant;
import java.util.Optional;

/** How long a silent customer is waited for. The module above, which knows what the policies say, answers. */
public interface Patience {
    /** When a case that was resolved at a moment is closed unless the customer answers; empty where its policy says nothing of it. */
    Optional<Instant> closesAt(TicketId ticket, Instant resolvedAt);
}
