package io.pledge.notifier;

import java.util.Map;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifications.MessageAccepted;
import io.pledge.notifications.MessageRefused;
import io.pledge.notifier.StaffMail.Notice;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Hearing;
import io.pledge.ticket.Messages;
import io.pledge.ticket.TicketId;

/** What the customers' mail servers say: a message counts from their yes, and their no needs somebody who calls. */
@Component
class Acceptances {
    private static final String CUSTOMER = "customer:";
    private static final String APOLOGY = CUSTOMER + Letter.ACKNOWLEDGEMENT.key() + ":";

    private final Hearing hearing;
    private final Messages messages;
    private final Cases cases;
    private final StaffMail mail;
    private final Heads heads;

    Acceptances(Hearing hearing, Messages messages, Cases cases, StaffMail mail, Heads heads) {
        this.hearing = hearing;
        this.messages = messages;
        this.cases = cases;
        this.mail = mail;
        this.heads = heads;
    }

    @EventListener
    void on(MessageAccepted accepted) {
        if (!accepted.key().startsWith(CUSTOMER)) {
            return;
        }
        number("message:", accepted.reference())
                .ifPresent(message -> hearing.heard(message, accepted.acceptedAt()));
        if (accepted.key().startsWith(APOLOGY)) {
            number("ticket:", accepted.reference())
                    .ifPresent(ticket -> hearing.automaticHeard(new TicketId(ticket), accepted.acceptedAt()));
        }
    }

    @EventListener
    void on(MessageRefused refused) {
        if (refused.key().startsWith(CUSTOMER)) {
            var ticket = cases.require(ticketOf(refused.reference()));
            mail.send(heads.inCharge(ticket), Notice.of(Letter.UNREACHABLE, ticket.id(), refused.key())
                    .saying(Map.of("reason", refused.reason())));
        }
    }

    private TicketId ticketOf(String reference) {
        return number("message:", reference).map(message -> messages.message(message).ticket())
                .or(() -> number("ticket:", reference).map(TicketId::new)).orElseThrow();
    }

    private static Optional<Long> number(String prefix, String reference) {
        return reference.startsWith(prefix)
                ? Optional.of(Long.parseLong(reference.substring(prefix.length())))
                : Optional.empty();
    }
}
