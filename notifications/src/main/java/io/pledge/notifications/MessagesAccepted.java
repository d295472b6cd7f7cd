package io.pledge.notifications;

import java.util.List;

/**
 * A channel has taken one mail: a message, or all messages of a digest. Published in the transaction that records the acceptance; each
 * message is in one such event only.
 *
 * @param all at least one
 */
public record MessagesAccepted(List<MessageAccepted> all) {}
