package io.pledge.appraisal;

/** Which way a piece of evidence counts. */
public enum Side {
    AGAINST, FOR, LEFT_OUT
}
