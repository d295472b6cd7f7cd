package io.pledge.incident;

import java.util.List;
import java.util.Map;

import io.pledge.ticket.TicketId;

/**
 * What became of cases that somebody counted to an incident.
 *
 * @param cases which are new to it; those that belonged to it already are in neither
 * @param refused those that cannot be, with the reason as the last part of a key {@code refused.<reason>}
 */
public record Attached(List<TicketId> cases, Map<TicketId, String> refused) {
    public Attached {
        cases = List.copyOf(cases);
        refused = Map.copyOf(refused);
    }
}
