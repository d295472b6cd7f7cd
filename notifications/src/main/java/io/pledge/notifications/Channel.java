package io.pledge.notifications;

/** One way out. The application may add channels as beans; there is at most one of each kind. */
public interface Channel {

    /** Which messages this channel carries. */
    ChannelKind kind();

    /**
     * Hands one message to the outside. Is called from several threads at once, and may be called again with a message
     * it has already delivered (same {@link QueuedMessage#messageId()}), after a crash. Must answer in less time than the
     * lease, {@code pledge.notifications.lease}. An exception counts as {@link Acceptance.TryLater}.
     */
    Acceptance deliver(QueuedMessage message);
}
