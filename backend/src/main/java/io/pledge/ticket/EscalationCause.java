package io.pledge.ticket;

/** Why a case moved up a tier. */
public enum EscalationCause {
    /** Somebody asked for help. */
    BY_HAND,
    /** A promise to the customer was broken. */
    BREACH,
    /** The customer said that it is not solved. */
    CUSTOMER_NO,
    /** The tier below did not take it in time. */
    NOT_TAKEN,
    /** Cases like it go there as soon as they come in. */
    INTAKE,
    /** Somebody asked for help again, after it had gone to and fro too often. */
    BOUNCED
}
