package io.pledge.notifications;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The channels the application has, one of a kind. */
class Channels {
    private final Map<ChannelKind, Channel> byKind;

    Channels(Collection<Channel> channels) {
        byKind = channels.stream().collect(Collectors.toMap(Channel::kind, channel -> channel, (one, other) -> {
            throw new IllegalStateException("two channels for " + one.kind() + ": " + one + " and " + other);
        }, () -> new EnumMap<>(ChannelKind.class)));
    }

    /** The names of the kinds that can be carried. */
    String[] carried() {
        return byKind.keySet().stream().map(ChannelKind::name).toArray(String[]::new);
    }

    /** Whether every kind can be carried. */
    boolean complete() {
        return byKind.size() == ChannelKind.values().length;
    }

    Acceptance deliver(QueuedMessage message) {
        var kind = message.recipient().kind();
        var channel = byKind.get(kind);
        if (channel == null) {
            return new Acceptance.TryLater("no channel for " + kind);
        }
        try {
            return channel.deliver(message);
        } catch (RuntimeException broken) {
            return new Acceptance.TryLater(String.valueOf(broken));
        }
    }
}
