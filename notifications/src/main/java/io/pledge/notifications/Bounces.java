package io.pledge.notifications;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import io.pledge.notifications.BounceMailbox.Mail;
import io.pledge.notifications.BounceMailbox.Opened;
import io.pledge.notifications.BounceRows.Sent;

/**
 * Reads the mailbox to which mails come back, and says which of ours did. How far it was read is remembered beside the outbox
 * and not in the mailbox, so that somebody who looks into it hides nothing from Pledge. In the mailbox one thing is changed: what was
 * recorded as the bounce of a message of ours is marked as seen, and everything else (answers of people and machines, delays, bounces of
 * what Pledge did not send) stays unread where it is, for a person to look at.
 */
public class Bounces {
    private static final Logger log = LoggerFactory.getLogger(Bounces.class);
    private static final int BATCH = 100;

    private final BounceMailbox mailbox;
    private final BounceRows rows;
    private final TransactionOperations ownTransaction;
    private final ApplicationEventPublisher events;

    Bounces(BounceMailbox mailbox, BounceRows rows, TransactionOperations ownTransaction,
            ApplicationEventPublisher events) {
        this.mailbox = mailbox;
        this.rows = rows;
        this.ownTransaction = ownTransaction;
        this.events = events;
    }

    /** What administrators know the mailbox by: user, host and folder. */
    public String mailbox() {
        return mailbox.name();
    }

    /**
     * Reads what has come since, at most a batch. May run in several places at once, and may read the same mail again: a message comes
     * back once. A mail that cannot be read is passed over; one that cannot be recorded is read again in the next sweep, while those
     * after it are recorded in this one.
     *
     * @return how many mails were read; 0 when there is nothing more
     * @throws IllegalStateException where the mailbox cannot be reached, or a bounce could not be recorded
     */
    public int sweep(Instant now) {
        try (var open = mailbox.open()) {
            return read(open, now);
        } catch (MessagingException failed) {
            throw new IllegalStateException("the mailbox " + mailbox.name() + " cannot be read: " + failed.getMessage(),
                    failed);
        }
    }

    private int read(Opened open, Instant now) throws MessagingException {
        var validity = open.validity();
        var mails = open.after(rows.lastRead(mailbox.name(), validity), BATCH);
        RuntimeException failure = null;
        for (var mail : mails) {
            try {
                read(mail, now);
            } catch (RuntimeException failed) {
                failure = failed;
            }
            if (failure == null) {
                rows.read(mailbox.name(), validity, mail.uid());
            }
        }
        if (failure != null) {
            throw failure;
        }
        return mails.size();
    }

    private void read(Mail mail, Instant now) throws MessagingException {
        var bounce = bounce(mail);
        if (bounce.isEmpty()) {
            return;
        }
        var sent = rows.sent(bounce.get().messageIds());
        if (sent.isEmpty()) {
            log.info("Mail {} of {} is the bounce of nothing that was sent here: {}", mail.uid(), mailbox.name(),
                    bounce.get().messageIds().stream().map(MailAddresses::oneLine).toList());
            return;
        }
        var outcome = bounce.get().failureOf(sent.get().address());
        if (outcome.isPresent()) {
            record(sent.get(), outcome.get(), came(mail, sent.get(), now));
            markSeen(mail);
        }
    }

    private static void markSeen(Mail mail) {
        try {
            mail.markSeen();
        } catch (MessagingException refused) {
            log.debug("A bounce was recorded but could not be marked as seen", refused);
        }
    }

    private Optional<Bounce> bounce(Mail mail) throws MessagingException {
        var content = mail.content();
        if (content == null) {
            return Optional.empty();
        }
        try {
            return BounceReader.read(content);
        } catch (MessagingException | IOException | RuntimeException broken) {
            log.info("Mail {} of {} is broken and passed over: {}", mail.uid(), mailbox.name(), broken.toString());
            return Optional.empty();
        }
    }

    private void record(Sent sent, Bounce.Outcome outcome, Instant at) {
        var reason = Columns.brief(outcome.reason());
        ownTransaction.executeWithoutResult(_ -> rows.bounced(sent, outcome, reason, at).forEach(bounced -> {
            log.warn("Message {} came back: {}", sent.messageId(), reason);
            events.publishEvent(bounced);
        }));
    }

    /** When the mail came, by the clock of its server as far as that can be true. */
    private static Instant came(Mail mail, Sent sent, Instant now) throws MessagingException {
        var received = mail.receivedAt();
        var early = sent.acceptedAt();
        return received == null || received.isAfter(now) || early != null && received.isBefore(early) ? now : received;
    }
}
