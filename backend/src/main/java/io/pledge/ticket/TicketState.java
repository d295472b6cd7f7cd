package io.pledge.ticket;

/** Where a case stands. An escalation is no state: it says where the case lies and whether it was taken there. */
public enum TicketState {
    NEW, TAKEN, ON_HOLD, RESOLVED, CLOSED, CLOSED_UNCONFIRMED, CANCELLED, MERGED;

    /** Whether work on the case is over, whichever way it ended. */
    public boolean ended() {
        return switch (this) {
            case CLOSED, CLOSED_UNCONFIRMED, CANCELLED, MERGED -> true;
            case NEW, TAKEN, ON_HOLD, RESOLVED -> false;
        };
    }
}
