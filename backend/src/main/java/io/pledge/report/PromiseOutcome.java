package io.pledge.report;

/**
 * What became of a promise, as the report counts it at a moment. A promise whose time has passed unanswered is broken from its due time
 * on, whether or not the watch has looked yet; a moment equal to the due time is still in time.
 */
public enum PromiseOutcome {
    /** Kept and broken together: all whose time has come. */
    DUE("not p.voided and (p.state = 'KEPT' or " + Sentences.BROKEN + ")"), KEPT("not p.voided and p.state = 'KEPT'"),
    /** Answered late or not at all. */
    BROKEN("not p.voided and " + Sentences.BROKEN),
    /** Broken, but word came in the end. */
    LATE("not p.voided and " + Sentences.BROKEN + " and p.outcome_at is not null"),
    /** Broken, and the customer still waits. */
    OVERDUE("not p.voided and " + Sentences.BROKEN + " and p.outcome_at is null"),
    /** Its time has not come. */
    RUNNING("p.state = 'RUNNING' and p.due_at >= :now"),
    /** Replaced by another time that the customer agreed to: stands beside the others, never among them. */
    MOVED("p.state = 'SUPERSEDED'"),
    /** Settled by the customer's silence; flagged, and never counted as satisfied. */
    UNCONFIRMED("not p.voided and p.unconfirmed and (p.state = 'KEPT' or " + Sentences.BROKEN + ")");

    private final String condition;

    PromiseOutcome(String condition) {
        this.condition = condition;
    }

    /** The condition on an alias {@code p} of the promises; its only parameter is {@code now}. */
    String condition() {
        return condition;
    }

    /** Enumerations cannot name their own constants before they are there. */
    private static final class Sentences {
        static final String BROKEN = "(p.state = 'BROKEN' or p.state = 'RUNNING' and p.due_at < :now)";
    }
}
