package io.pledge.sla;

/** Where a promise stands. An answer after the due time leaves it broken: broken, answered late. */
public enum PromiseState {
    RUNNING, PAUSED, KEPT, BROKEN, SUPERSEDED, WITHDRAWN;

    /** Whether nothing more can become of it but a late answer. */
    public boolean settled() {
        return this != RUNNING && this != PAUSED;
    }
}
