package io.pledge.sla;

/** An event that cannot have happened at its place in the order. */
public class ImpossibleEvent extends RuntimeException {
    private final int index;
    private final String reason;

    ImpossibleEvent(int index, LedgerEvent event, String reason) {
        super("event %d (%s at %s): %s".formatted(index, event.getClass().getSimpleName(), event.at(), reason));
        this.index = index;
        this.reason = reason;
    }

    /** Why it cannot have happened there, without its place. */
    public String reason() {
        return reason;
    }

    /** Place of the event in the list, from 0. */
    public int index() {
        return index;
    }
}
