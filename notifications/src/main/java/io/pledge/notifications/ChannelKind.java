package io.pledge.notifications;

/** The ways a message can reach somebody. */
public enum ChannelKind {
    /** Electronic mail: the address is an e-mail address, acceptance is the mail server's yes. */
    MAIL
}
