package io.pledge.ticket;

/** Identifies a ticket inside Pledge; people see its {@link TicketNumber}. */
public record TicketId(long value) {

    /** The number that people see for this ticket. */
    public TicketNumber number() {
        return new TicketNumber("PL-" + value);
    }
}
