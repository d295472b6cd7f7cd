package io.pledge.quality;

/** What a complaint came of, in the order in which pages offer it. */
public enum Cause {
    /** A promised time passed without word. */
    NO_WORD,
    /** It took too long to solve. */
    TOO_SLOW,
    /** What was done did not solve it, or broke something else. */
    FAULTY_WORK,
    /** The wrong part came, or none. */
    PART,
    /** The customer was told something that was not so. */
    WRONG_INFORMATION,
    /** How somebody spoke or wrote to the customer. */
    CONDUCT,
    /** Nobody knew whose it was. */
    UNCLEAR_RESPONSIBILITY,
    /** The equipment itself. */
    PRODUCT,
    /** Something outside the vendor's hands. */
    OUTSIDE
}
