package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message as a {@link Channel} gets it.
 *
 * @param messageId the message's name in the outside world, in the form of a mail's Message-ID; fixed when the message was
 *        queued, so that a message sent twice can be recognised
 * @param recipient who gets it
 * @param subject as queued; the channel makes it safe for its own protocol
 * @param body plain text
 * @param link the page to go to, to be shown below the body; null for none
 * @param automatic whether no person wrote it
 * @param queuedAt when it was queued
 */
public record QueuedMessage(String messageId, Recipient recipient, String subject, String body, @Nullable String link,
        boolean automatic, Instant queuedAt) {

    /** The body with the link below it. */
    public String text() {
        return link == null ? body : body.stripTrailing() + "\n\n" + link + "\n";
    }
}
