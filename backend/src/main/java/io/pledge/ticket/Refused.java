package io.pledge.ticket;

import java.util.Locale;

/** A verb that the case does not allow now. */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    public Refused(String reason) {
        super("refused: " + reason);
        this.reason = reason;
    }

    /** The reason as the last part of the key {@code refused.<reason>} in the message bundles. */
    public String reason() {
        return reason;
    }

    /** What stands in braces in those words. */
    public Object[] parts(Locale language) {
        return new Object[0];
    }
}
