package io.pledge.sla;

/** How a customer agreed to another time: on record, or not at all. A promise moves only with words that can be read again. */
public sealed interface Agreement {

    /** The customer was not asked, or has not answered. */
    record None() implements Agreement {}

    /** @param message of the customer, or of a call with them that was logged */
    record Written(long message) implements Agreement {}

    /** @param said on the phone just now; it is logged as a call with the customer */
    record Spoken(String said) implements Agreement {}
}
