package io.pledge.notifier;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketNumber;

/** New private links for customers whose link went astray, sent only to the address that they left with the case. */
@Component
public class LostLinks {
    /** Asked again within this time, the link that is on its way is enough; nobody can flood a mailbox by asking. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CustomerMail mail;
    private final Participants participants;
    private final PrivateLinks links;
    private final MergedCases merged;
    private final Clock clock;

    LostLinks(CustomerMail mail, Participants participants, PrivateLinks links, MergedCases merged, Clock clock) {
        this.mail = mail;
        this.participants = participants;
        this.links = links;
        this.merged = merged;
        this.clock = clock;
    }

    /**
     * Sends a new link to whoever left this address with this case. Says nothing where there is no such case or the address
     * is another one: whoever asks must not learn which addresses we know. Nor is anything sent where somebody there was sent a link
     * within the last five minutes.
     *
     * @param number the case's number as typed
     * @param address the e-mail address as typed
     */
    @Transactional
    public void send(String number, String address) {
        TicketNumber.read(number).map(merged::goesOn).ifPresent(ticket -> participants.of(ticket).stream()
                .filter(person -> sameAddress(person, address)).filter(person -> !onItsWay(ticket, person))
                .forEach(person -> send(ticket, person)));
    }

    private boolean onItsWay(TicketId ticket, Participant person) {
        return links.issuedAfter(ticket, person.id(), clock.instant().minus(PATIENCE));
    }

    private void send(TicketId ticket, Participant person) {
        mail.send(ticket, person, Note.of(Letter.NEW_LINK, ticket, UUID.randomUUID().toString()));
    }

    private static boolean sameAddress(Participant person, String address) {
        return person.email() != null
                && person.email().toLowerCase(Locale.ROOT).equals(address.strip().toLowerCase(Locale.ROOT));
    }
}
