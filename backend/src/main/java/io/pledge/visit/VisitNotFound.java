package io.pledge.visit;

import io.pledge.ticket.TicketNotFound;

/** There is no such visit, or it is not this person's; which of the two is never said. */
public class VisitNotFound extends TicketNotFound {
    private static final long serialVersionUID = 1L;

    public VisitNotFound(VisitId id) {
        super("visit " + id.value());
    }
}
