package io.pledge.ticket;

/** How a case has to do with another one. */
public enum LinkKind {
    /** Both ways the same. */
    RELATED,
    /** The other case is the cause of this one. */
    CAUSED_BY,
    /** This case was a part of the other one. */
    SPLIT_FROM
}
