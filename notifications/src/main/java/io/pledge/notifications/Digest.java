package io.pledge.notifications;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Several messages in one, under the name of the first. */
final class Digest {
    private static final String SEPARATOR = "\n\n----------\n\n";
    /** So many are told in full, so many more by their subject; nobody reads more, and mail servers take no megabytes. */
    private static final int IN_FULL = 30;
    private static final int IN_SHORT = 300;

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
        return say("subject", messages, messages.size(), messages.getFirst().subject());
    }

    private static String body(List<QueuedMessage> messages) {
        var whole = messages.stream().limit(IN_FULL).map(message -> message.subject() + "\n\n" + message.text().strip())
                .collect(Collectors.joining(SEPARATOR, "", "\n"));
        if (messages.size() <= IN_FULL) {
            return whole;
        }
        var brief = messages.stream().skip(IN_FULL).limit(IN_SHORT).map(QueuedMessage::subject)
                .collect(Collectors.joining("\n", SEPARATOR + say("brief", messages) + "\n\n", "\n"));
        int rest = messages.size() - IN_FULL - IN_SHORT;
        return whole.stripTrailing() + brief + (rest > 0 ? "\n" + say("rest", messages, rest) + "\n" : "");
    }

    private static String say(String key, List<QueuedMessage> messages, Object... words) {
        var locale = messages.getFirst().recipient().locale();
        // English stands in the bundle without a language; the machine's own language has no say
        var texts = ResourceBundle.getBundle("messages.notifications", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString("notifications.digest." + key), locale).format(words);
    }
}
