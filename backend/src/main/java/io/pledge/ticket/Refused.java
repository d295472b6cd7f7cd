package io.pledge.ticket;

/** A verb that the case does not allow now. */
public class Refused extends RuntimeException {
    private final String reason;

    public Refused(String reason) {
        super("refused: " + reason);
        this.reason = reason;
    }

    /** The reason as the last part of the key {@code refused.<reason>} in the message bundles. */
    public String reason() {
        return reason;
    }
}
