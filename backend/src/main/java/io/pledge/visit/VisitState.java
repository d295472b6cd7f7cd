package io.pledge.visit;

/** How far a visit has come. */
public enum VisitState {
    /** The customer was asked whether the time suits them. */
    PROPOSED,
    /** The customer said yes. */
    CONFIRMED,
    /** Another time counts instead; this one stays as history. */
    MOVED,
    /** The engineer arrived. */
    ON_SITE,
    /** The engineer left again. */
    DONE,
    /** It does not take place. */
    CANCELLED;

    /** Whether the engineer is still to come. */
    public boolean ahead() {
        return this == PROPOSED || this == CONFIRMED;
    }

    /** Whether it takes somebody's time: they are to come, or are there. */
    public boolean open() {
        return ahead() || this == ON_SITE;
    }
}
