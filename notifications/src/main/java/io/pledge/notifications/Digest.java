package io.pledge.notifications;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Several messages in one, under the name of the first. */
final class Digest {
    private static final String SEPARATOR = "\n\n----------\n\n";

    private Digest() {}

    /** The messages as one; a single one stays as it is. */
    static QueuedMessage of(List<QueuedMessage> messages) {
        var first = messages.getFirst();
        return messages.size() == 1
                ? first
                : new QueuedMessage(first.messageId(), first.recipient(), subject(messages), body(messages), null,
                        messages.stream().allMatch(QueuedMessage::automatic), first.queuedAt());
    }

    private static String subject(List<QueuedMessage> messages) {
        var first = messages.getFirst();
        var locale = first.recipient().locale();
        // English stands in the bundle without a language; the machine's own language has no say
        var texts = ResourceBundle.getBundle("messages.notifications", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString("notifications.digest.subject"), locale)
                .format(new Object[]{messages.size(), first.subject()});
    }

    private static String body(List<QueuedMessage> messages) {
        return messages.stream().map(message -> message.subject() + "\n\n" + message.text().strip())
                .collect(Collectors.joining(SEPARATOR, "", "\n"));
    }
}
