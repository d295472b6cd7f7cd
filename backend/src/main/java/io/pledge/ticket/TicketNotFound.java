package io.pledge.ticket;

/** There is no such case, or the person who asks may not see it; which of the two is never said. */
public class TicketNotFound extends RuntimeException {
    public TicketNotFound(String number) {
        super("no ticket " + number);
    }
}
