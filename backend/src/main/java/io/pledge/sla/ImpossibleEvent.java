package io.pledge.sla;

/** An event that cannot have happened at its place in the order. */
public class ImpossibleEvent extends RuntimeException {
    private final int index;

    ImpossibleEvent(int index, LedgerEvent event, String reason) {
        super("event %d (%s at %s): %s".formatted(index, event.getClass().getSimpleName(), event.at(), reason));
        this.index = index;
    }

    /** Place of the event in the list, from 0. */
    public int index() {
        return index;
    }
}
