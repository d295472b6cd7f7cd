package io.pledge.notifier;

import java.util.function.Predicate;

import io.pledge.communication.PlannedReader;
import io.pledge.ticket.TicketId;

/**
 * What is to be said about a case.
 *
 * @param along which of those who hear by a plan of what the note is about
 */
record About(TicketId ticket, Note note, Predicate<PlannedReader> along) {
    About(TicketId ticket, Note note) {
        this(ticket, note, _ -> true);
    }
}
