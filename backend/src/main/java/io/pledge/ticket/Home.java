package io.pledge.ticket;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;

/**
 * The unit that answers a case first, and why it is that one.
 *
 * @param of what decided: the name of the site, the product, the tag of the language; null where the reason says it all
 * @param insteadOf the unit it would have been, which is retired: the next above answers in its place
 */
public record Home(UnitId unit, Reason reason, @Nullable String of, @Nullable UnitId insteadOf) {

    /** A unit that somebody else decided on: a log that is replayed, a story that is told. */
    public static Home given(UnitId unit) {
        return new Home(unit, Reason.GIVEN, null, null);
    }

    /** The unit of whoever takes the case in for the customer. */
    public static Home ofColleague(UnitId unit) {
        return new Home(unit, Reason.COLLEAGUE, null, null);
    }

    /** Why it is that unit. */
    public enum Reason {
        /** It looks after the place where the equipment stands. */
        SITE,
        /** It looks after the place where the customer sits, whose equipment was not named. */
        CUSTOMER,
        /** It serves the product. */
        PRODUCT,
        /** It serves those who write in the language. */
        LANGUAGE,
        /** Nothing else said where, and this is the first contact for whatever comes. */
        OTHERWISE,
        /** Somebody of the unit took the case in. */
        COLLEAGUE,
        /** Whoever submitted it said so. */
        GIVEN
    }
}
