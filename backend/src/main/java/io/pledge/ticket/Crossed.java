package io.pledge.ticket;

/** Somebody did something to the case after the author had read it: what they wrote is not sent before they know. */
public class Crossed extends RuntimeException {
    Crossed(TicketId ticket) {
        super("words crossed on " + ticket.number().value());
    }
}
