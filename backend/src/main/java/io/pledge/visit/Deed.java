package io.pledge.visit;

import java.time.Instant;
import java.util.UUID;

import io.pledge.organisation.PersonId;

/**
 * Something done on a visit, as a phone tells it.
 *
 * @param key chosen by the phone; the same key twice is one deed
 * @param at when it happened, which may lie some time back
 */
public record Deed(UUID key, PersonId by, Instant at) {

    /** What it was. */
    enum What {
        TRAVELLING, CHECK_IN, FINDINGS, CHECK_OUT
    }
}
