package io.pledge.notifier;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifications.MessageAccepted;
import io.pledge.notifications.MessagesAccepted;
import io.pledge.ticket.Hearing;

/** What the customers' mail servers say yes to: a message counts from that moment, also when it comes back later. */
@Component
class Acceptances {
    private static final String APOLOGY = CustomerMail.KEYS + Letter.ACKNOWLEDGEMENT.key() + ":";

    private final Hearing hearing;

    Acceptances(Hearing hearing) {
        this.hearing = hearing;
    }

    @EventListener
    void on(MessagesAccepted accepted) {
        accepted.all().forEach(this::heard);
    }

    private void heard(MessageAccepted accepted) {
        if (!accepted.key().startsWith(CustomerMail.KEYS)) {
            return;
        }
        References.message(accepted.reference()).ifPresent(message -> hearing.heard(message, accepted.acceptedAt()));
        if (accepted.key().startsWith(APOLOGY)) {
            References.ticket(accepted.reference())
                    .ifPresent(ticket -> hearing.automaticHeard(ticket, accepted.acceptedAt()));
        }
    }
}
