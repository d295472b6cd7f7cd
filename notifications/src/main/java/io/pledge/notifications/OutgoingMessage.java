package io.pledge.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message to be delivered, as the caller hands it to the {@link Outbox}. Its texts are final: already in the reader's
 * language and time zone.
 *
 * @param key names this message among all messages ever queued; a second message with the same key is not queued
 * @param reference the caller's own name for what the message is about, for example {@code message:123}; comes back in
 *        {@link MessageAccepted} and {@link MessageRefused}
 * @param recipient who gets it
 * @param subject one line; line breaks and control characters are taken out before it is sent
 * @param body plain text
 * @param link the address of the page to go to, shown below the body; it may carry a secret and is forgotten once the
 *        channel has accepted the message
 * @param digestKey messages with the same digest key to the same recipient are collected for a while and go out as one;
 *        null for a message that goes out at once, by itself
 * @param notBefore when it may go out at the earliest, for a reader who is not to be disturbed before; null for at once
 * @param automatic whether no person wrote it; marks a mail so that automatic answers stay away
 */
public record OutgoingMessage(String key, String reference, Recipient recipient, String subject, String body,
        @Nullable String link, @Nullable String digestKey, @Nullable Instant notBefore, boolean automatic) {

    public OutgoingMessage {
        if (key.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException("a message needs a key and a reference");
        }
    }

    /** A message written by a person, without a link. */
    public static OutgoingMessage personal(String key, String reference, Recipient to, String subject, String body) {
        return new OutgoingMessage(key, reference, to, subject, body, null, null, null, false);
    }

    /** A message that no person wrote, without a link. */
    public static OutgoingMessage automatic(String key, String reference, Recipient to, String subject, String body) {
        return new OutgoingMessage(key, reference, to, subject, body, null, null, null, true);
    }

    /** The same message with the page to go to. */
    public OutgoingMessage withLink(String page) {
        return new OutgoingMessage(key, reference, recipient, subject, body, page, digestKey, notBefore, automatic);
    }

    /** The same message, to be collected with others of this digest key to the same recipient. */
    public OutgoingMessage digestedAs(String collectedUnder) {
        return new OutgoingMessage(key, reference, recipient, subject, body, link, collectedUnder, notBefore,
                automatic);
    }
}
