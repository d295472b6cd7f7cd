package io.pledge.notifications;

/** How far a message has come. */
public enum MessageState {
    /** Waits for its next attempt. */
    QUEUED,
    /** Somebody is sending it, or died doing so; then it is sent again when the lease has run out. */
    SENDING,
    /** The channel has taken it. */
    ACCEPTED,
    /** The channel had taken it, and it came back. */
    BOUNCED,
    /** It will not be sent: the address was refused, or the recipient was erased before it went out. */
    FAILED
}
