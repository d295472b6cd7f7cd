package io.pledge.report;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Problem reports and fixes of a period, counted as {@link FixFigure} says.
 *
 * @param untilAccepted of the fixes due that were accepted, in time or not, the median time from submission to the customer's yes, in
 *     real time; null where none was
 */
public record FixCounts(long reports, long due, long acceptedInTime, @Nullable Duration untilAccepted, long overdue,
        long acceptedLate) {
    static final FixCounts NONE = new FixCounts(0, 0, 0, null, 0, 0);

    /** How many a figure counts: the length of its list. */
    public long of(FixFigure figure) {
        return switch (figure) {
            case REPORTS -> reports;
            case DUE -> due;
            case ACCEPTED_IN_TIME -> acceptedInTime;
            case OVERDUE -> overdue;
            case ACCEPTED_LATE -> acceptedLate;
        };
    }

    /** Fix response time: the share of fixes due that were accepted by the due time, from 0 to 1; 1 where none was due. */
    public double responseTime() {
        return share(acceptedInTime, due);
    }

    /** Overdue fix responsiveness: the share of overdue fixes accepted by the end of the period; 1 where none was overdue. */
    public double overdueResponsiveness() {
        return share(acceptedLate, overdue);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
