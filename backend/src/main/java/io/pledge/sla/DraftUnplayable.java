package io.pledge.sla;

import io.pledge.ticket.TicketId;

/** A draft that reads well, but under which a ticket of the period cannot be replayed. */
public final class DraftUnplayable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String line;
    private final transient TicketId ticket;

    DraftUnplayable(Reason reason, Terms terms, TicketId ticket) {
        super("%s: line '%s', %s".formatted(reason, terms.line(), ticket.number().value()));
        this.reason = reason;
        this.line = terms.line();
        this.ticket = ticket;
    }

    /** Why not. */
    public enum Reason {
        /** The next word would be due so often that the chain of a silent ticket has no reasonable length. */
        TOO_OFTEN,
        /** A promise would never come due: its calendar has not so many hours. */
        NEVER_DUE
    }

    public Reason reason() {
        return reason;
    }

    /** Name of the policy line that fits the ticket. */
    public String line() {
        return line;
    }

    public TicketId ticket() {
        return ticket;
    }
}
