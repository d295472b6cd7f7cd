package io.pledge.report;

/**
 * What is counted of problem reports and their fixes, in the terms of the TL 9000 measurements handbook: number of problem reports (NPR),
 * fix response time (FRT) and overdue fix responsiveness (OFR). A figure and the list behind it go by the same condition.
 * <p>
 * A problem report is a case that reports a problem with the product: a fault or a repair. Complaints are about service and are left out.
 * A fix is a promise to resolve such a case. It is accepted when the customer says yes to it; silence accepts nothing.
 */
public enum FixFigure {
    /** NPR: problem reports submitted in the period. */
    REPORTS("f.report"),
    /** Denominator of FRT: fixes due in the period, as far as it is known whether they were accepted in time. */
    DUE("not f.report and f.due_at >= :from and f.due_at < :until and (f.due_at < :now or f.accepted_at <= f.due_at)"),
    /** Numerator of FRT: those of them that the customer had accepted by the due time. */
    ACCEPTED_IN_TIME(DUE.condition + " and f.accepted_at <= f.due_at"),
    /**
     * Denominator of OFR: fixes that were overdue in the period. They fell due in it or before, were not accepted by then, and were
     * neither accepted nor closed in silence before the period began.
     */
    OVERDUE("""
            not f.report and f.due_at < least(:until, :now) and coalesce(f.accepted_at > f.due_at, true)
              and coalesce(f.accepted_at >= :from, true) and coalesce(f.ended_at >= :from, true)"""),
    /** Numerator of OFR: those of them that the customer accepted by the end of the period. */
    ACCEPTED_LATE(OVERDUE.condition + " and f.accepted_at < :until");

    private final String condition;

    FixFigure(String condition) {
        this.condition = condition;
    }

    /** The condition on an alias {@code f} of {@link FixSql}; its parameters are {@code from}, {@code until} and {@code now}. */
    String condition() {
        return condition;
    }
}
