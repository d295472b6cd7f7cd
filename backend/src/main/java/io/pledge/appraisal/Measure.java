package io.pledge.appraisal;

/** What is measured, in the order in which pages show it. */
public enum Measure {
    /** Share of the promises that were kept, credited to who held the case. */
    PROMISES_KEPT,
    /** Share of the resolutions that the customer accepted and that stayed closed. */
    STAYED_CLOSED,
    /** Mean of the survey scores, times ten. */
    SATISFACTION,
    /** Complaints that quality ruled valid; each takes points off. */
    VALID_COMPLAINTS
}
