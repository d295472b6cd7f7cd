package io.pledge.communication;

/** How somebody hears. */
public enum Way {
    /** By e-mail. Who has no address is called. */
    MAIL,
    /** Somebody of the vendor calls, and says so. */
    PHONE
}
