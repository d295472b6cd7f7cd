package io.pledge.notifier;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifications.MessageAccepted;
import io.pledge.notifications.MessagesAccepted;
import io.pledge.sla.Promises;
import io.pledge.sla.SilenceTold;

/** When the first of those concerned was told of a broken promise: as their mail server took the letter, not as it was written. */
@Component
class ToldOfBreaches {
    private static final String KEYS = StaffMail.key(Letter.BROKEN);

    private final Promises promises;

    ToldOfBreaches(Promises promises) {
        this.promises = promises;
    }

    @EventListener
    void on(MessagesAccepted accepted) {
        var told = accepted.all().stream().filter(message -> message.key().startsWith(KEYS)).map(ToldOfBreaches::told)
                .toList();
        if (!told.isEmpty()) {
            promises.told(told);
        }
    }

    private static SilenceTold told(MessageAccepted message) {
        var occasion = message.key().substring(KEYS.length());
        return Silences.told(occasion.substring(0, occasion.indexOf(':')), message.acceptedAt());
    }
}
