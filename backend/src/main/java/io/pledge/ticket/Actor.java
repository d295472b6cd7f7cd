package io.pledge.ticket;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/** Who did something to a case. */
public sealed interface Actor {

    /** The person of the vendor's staff, if it was one. */
    default @Nullable PersonId staff() {
        return this instanceof Staff(var person) ? person : null;
    }

    /** Somebody of the vendor's staff. */
    record Staff(PersonId person) implements Actor {}

    /** Somebody on the customer's side, by a private link or by mail. */
    record Customer(long participant) implements Actor {}

    /** Nobody: a deadline passed or a rule applied. */
    record System() implements Actor {}
}
