package io.pledge.ticket;

/** What a case is about. */
public enum TicketKind {
    CONSULTATION, COMPLAINT, FAULT, REPAIR, RETURN, DELIVERY, SERVICE, SUGGESTION
}
