package io.pledge.notifications;

/** What a channel says to a message. */
public sealed interface Acceptance {

    /** The other side has taken it over; from now on it is told. */
    record Accepted() implements Acceptance {}

    /**
     * Not now; the message stays queued.
     *
     * @param reason why, in technical words
     */
    record TryLater(String reason) implements Acceptance {}

    /**
     * Never: this recipient cannot be reached at this address.
     *
     * @param reason why, in technical words
     */
    record Refused(String reason) implements Acceptance {}
}
