package io.pledge.ticket;

/** The way a message takes to its reader. */
public enum Via {
    /** By e-mail, and on the page of the case: counts once the mail server accepted it. */
    MAIL,
    /** Spoken on the phone and logged afterwards: counts at the time of the call. */
    CALL,
    /** Only on the page of the case, where the customer left no e-mail address. */
    PAGE
}
