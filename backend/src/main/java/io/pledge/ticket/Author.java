package io.pledge.ticket;

/** Which side somebody stands on. */
public enum Author {
    STAFF, CUSTOMER, SYSTEM;

    static Author of(Actor actor) {
        return switch (actor) {
            case Actor.Staff _ -> STAFF;
            case Actor.Customer _ -> CUSTOMER;
            case Actor.System _ -> SYSTEM;
        };
    }
}
