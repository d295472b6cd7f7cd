package io.pledge.communication;

/** What somebody on the customer's side may want to hear of a case. */
public enum Occasion {
    /** The case has come in. */
    RECEIVED,
    /** What a person writes on the way to the solution. */
    PROGRESS,
    /** A promise was broken, will be, or has another time now. */
    DELAY,
    /** An engineer is on site. */
    VISIT,
    /** A part is on its way. */
    SHIPMENT,
    /** What was done, with the question whether it is solved; and that it is not. */
    SOLUTION,
    /** The case has ended, or is open again. */
    CLOSING,
    /** The case belongs to a major incident. */
    MAJOR_INCIDENT
}
