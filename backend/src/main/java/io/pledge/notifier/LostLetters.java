package io.pledge.notifier;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifications.DeliveryFailure;
import io.pledge.notifications.MessageBounced;
import io.pledge.notifications.MessageRefused;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Hearing;
import io.pledge.ticket.Messages;

/**
 * What the customers' mail servers refuse, at once or by sending it back later. Either way somebody must reach the customer another
 * way; what a letter kept when it was accepted stays kept. Letters to staff are left to the administrator, who sees them in the
 * engine room.
 */
@Component
class LostLetters {
    private static final String READER = "participant:";

    private final Hearing hearing;
    private final Messages messages;
    private final Cases cases;
    private final UnreachedCustomers unreached;

    LostLetters(Hearing hearing, Messages messages, Cases cases, UnreachedCustomers unreached) {
        this.hearing = hearing;
        this.messages = messages;
        this.cases = cases;
        this.unreached = unreached;
    }

    @EventListener
    void on(MessageRefused refused) {
        lost(new Lost(refused.key(), Objects.requireNonNullElse(refused.recipientId(), ""), refused.failure(),
                refused.reason()),
                refused.reference(), "REFUSED", refused.refusedAt());
    }

    @EventListener
    void on(MessageBounced bounced) {
        lost(new Lost(bounced.key(), Objects.requireNonNullElse(bounced.recipientId(), ""), bounced.failure(),
                bounced.reason()),
                bounced.reference(), "BOUNCED", bounced.bouncedAt());
    }

    private void lost(Lost letter, String reference, String how, Instant at) {
        if (!letter.key.startsWith(CustomerMail.KEYS)) {
            return;
        }
        var message = References.message(reference);
        var ticket = cases.require(message.map(id -> messages.message(id).ticket())
                .or(() -> References.ticket(reference)).orElseThrow());
        // the words of the server may name the address, and what is written here is never erased
        hearing.notDelivered(ticket.id(), message.orElse(null), Map.of("how", how, "failure", letter.failure.name(),
                "participant", letter.reader.replace(READER, "")), at);
        unreached.ask(cases.require(ticket.goesOnAs()), letter);
    }

    /**
     * A letter to a customer that did not arrive.
     *
     * @param key under which it was queued
     * @param reader what the outbox calls whoever it was for
     * @param reason in the mail server's technical words
     */
    record Lost(String key, String reader, DeliveryFailure failure, String reason) {}
}
