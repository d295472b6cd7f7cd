package io.pledge.notifier;

import java.util.Optional;

import io.pledge.ticket.TicketId;

/** What messages and confirmations are about, as their modules remember it. */
final class References {
    private static final String TICKET = "ticket:";
    private static final String MESSAGE = "message:";

    private References() {}

    /** The case that is meant; empty where something else is. */
    static Optional<TicketId> ticket(String reference) {
        return number(TICKET, reference).map(TicketId::new);
    }

    /** The message of a case that is meant; empty where something else is. */
    static Optional<Long> message(String reference) {
        return number(MESSAGE, reference);
    }

    private static Optional<Long> number(String prefix, String reference) {
        return reference.startsWith(prefix)
                ? Optional.of(Long.parseLong(reference.substring(prefix.length())))
                : Optional.empty();
    }
}
