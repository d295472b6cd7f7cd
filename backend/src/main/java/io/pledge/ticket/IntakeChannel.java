package io.pledge.ticket;

/** How a case reached the vendor. */
public enum IntakeChannel {
    FORM, PHONE, MAIL, API, REPLAY,
    /** Nobody turned to us: it was owed under a contract. */
    SCHEDULE
}
