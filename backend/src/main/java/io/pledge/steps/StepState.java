package io.pledge.steps;

/** Where a step of a case stands. */
public enum StepState {
    /** It waits for other steps. */
    WAITING,
    /** It can be done now. */
    OPEN, DONE,
    /** What was chosen or done made it needless. */
    UNNEEDED,
    /** The case ended without it. */
    DROPPED;

    /** Whether nobody owes it any more. */
    public boolean over() {
        return this != WAITING && this != OPEN;
    }
}
