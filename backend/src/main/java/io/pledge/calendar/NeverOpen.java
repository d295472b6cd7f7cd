package io.pledge.calendar;

import java.time.Instant;

/** A calendar has no more open hours (or had none before), so that a due time cannot be named. */
public final class NeverOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final Instant from;

    NeverOpen(String calendar, Instant from, String what) {
        super("Calendar '" + calendar + "' has not enough open hours " + what + " " + from);
        this.calendar = calendar;
        this.from = from;
    }

    /** The calendar's name. */
    public String calendar() {
        return calendar;
    }

    /** The instant from which hours were looked for. */
    public Instant from() {
        return from;
    }
}
