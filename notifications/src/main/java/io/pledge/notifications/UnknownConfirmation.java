package io.pledge.notifications;

/** There is no confirmation with this id. */
public class UnknownConfirmation extends RuntimeException {
    UnknownConfirmation(long id) {
        super("no confirmation has the id " + id);
    }
}
