package io.pledge.web;

import io.pledge.ticket.Author;
import io.pledge.ticket.TimelineEntry;

/** Which line of the bundles tells of an entry about a visit. */
public final class VisitLines {
    private VisitLines() {}

    /** Whether the entry tells what became of a visit before or after it took place. */
    public static boolean tells(TimelineEntry entry) {
        return switch (entry.what()) {
            case VISIT_PLANNED, VISIT_CONFIRMED, VISIT_MOVED, VISIT_DONE, VISIT_CANCELLED -> true;
            default -> false;
        };
    }

    /** The last part of its key: the customer confirms by themselves or on the telephone, and a visit may end with its case. */
    public static String key(TimelineEntry entry) {
        return switch (entry.what()) {
            case VISIT_CONFIRMED -> entry.author() == Author.CUSTOMER ? "VISIT_CONFIRMED.customer" : "VISIT_CONFIRMED";
            case VISIT_CANCELLED -> entry.author() == Author.STAFF ? "VISIT_CANCELLED" : "VISIT_CANCELLED.ended";
            default -> entry.what().name();
        };
    }
}
