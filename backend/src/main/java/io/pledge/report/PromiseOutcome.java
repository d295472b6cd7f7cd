package io.pledge.report;

/**
 * What became of a promise, as the report counts it at a moment. A promise whose time has passed unanswered is broken from its due time
 * on, whether or not the watch has looked yet; a moment equal to the due time is still in time. What a reopening
 * voided was kept once and counts nowhere.
 */
public enum PromiseOutcome {
    /** Kept and broken together: all whose time has come. */
    DUE("(" + Sentences.KEPT + " or " + Sentences.BROKEN + ")"), KEPT(Sentences.KEPT),
    /** Answered late or not at all, whether or not anybody said yes to it. */
    BROKEN(Sentences.BROKEN),
    /** Broken, but word came in the end. */
    LATE(Sentences.BROKEN + " and p.outcome_at is not null"),
    /** Broken, and the customer still waits. */
    OVERDUE(Sentences.BROKEN + " and p.outcome_at is null"),
    /** Its time has not come. */
    RUNNING("p.state = 'RUNNING' and p.due_at >= :now"),
    /** Replaced by another time that the customer agreed to: stands beside the others, never among them. */
    MOVED("p.state = 'SUPERSEDED'"),
    /**
     * In time, as far as anybody knows, and the customer said nothing to it: stands beside the others, never among the kept, so that
     * silence raises no rate. What was late stays broken, silence or not.
     */
    UNCONFIRMED("p.state = 'KEPT' and p.unconfirmed and not p.voided");

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
        static final String KEPT = "(p.state = 'KEPT' and not p.unconfirmed and not p.voided)";
        static final String BROKEN = "(p.state = 'BROKEN' or p.state = 'RUNNING' and p.due_at < :now)";
    }
}
