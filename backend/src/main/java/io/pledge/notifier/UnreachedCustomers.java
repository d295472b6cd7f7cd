package io.pledge.notifier;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifications.Confirmation;
import io.pledge.notifications.ConfirmationRequest;
import io.pledge.notifications.Confirmations;
import io.pledge.notifications.DeliveryStatus;
import io.pledge.notifications.Outbox;
import io.pledge.notifier.LostLetters.Lost;
import io.pledge.notifier.StaffMail.Notice;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.Via;

/**
 * Customers whom a letter did not reach. It is a task, kept as a confirmation that is owed: whoever has the case reaches the customer
 * another way and says so, or the next above is asked. A call with the customer that is logged in the case says so too. While a task is
 * open, further letters of the case that come back from the same address open none.
 */
@Component
public class UnreachedCustomers {
    private static final Logger log = LoggerFactory.getLogger(UnreachedCustomers.class);
    private static final String KEYS = "unreachable:";

    private final Confirmations confirmations;
    private final Outbox outbox;
    private final StaffMail mail;
    private final Heads heads;
    private final Staff staff;
    private final Messages messages;
    private final NotifierProperties properties;
    private final Clock clock;

    UnreachedCustomers(Confirmations confirmations, Outbox outbox, StaffMail mail, Heads heads, Staff staff,
            Messages messages, NotifierProperties properties, Clock clock) {
        this.confirmations = confirmations;
        this.outbox = outbox;
        this.mail = mail;
        this.heads = heads;
        this.staff = staff;
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    /** The letters that such tasks are about, by the confirmation's id; other confirmations are left out. */
    public Map<Long, Sent> letters(Collection<Confirmation> owed) {
        var tasks = owed.stream().filter(one -> isOne(one.key())).toList();
        var sent = outbox.withKeys(tasks.stream().map(task -> letter(task.key())).toList());
        return tasks.stream().filter(task -> sent.containsKey(letter(task.key()))).collect(
                Collectors.toMap(Confirmation::id,
                        task -> Sent.of(Objects.requireNonNull(sent.get(letter(task.key()))))));
    }

    /** Whether the confirmation of this key is such a task. */
    static boolean isOne(String key) {
        return key.startsWith(KEYS);
    }

    private static String letter(String key) {
        return key.substring(KEYS.length());
    }

    /** Opens the task, in the caller's transaction, and tells who has it; while it is open, nothing happens. */
    void ask(Ticket ticket, Lost lost) {
        var person = responsible(ticket);
        if (person.isEmpty()) {
            log.warn("A letter of {} did not arrive, and nobody answers for the case", ticket.number().value());
            return;
        }
        var now = clock.instant();
        var until = now.plus(properties.reachWithin());
        var reference = StaffMail.reference(ticket.id());
        confirmations.ask(new ConfirmationRequest(KEYS + lost.key(), reference, ticket.number().value(),
                StaffNames.of(person.get()), now, until,
                heads.upFrom(ticket.unit()).stream().map(StaffNames::of).toList(),
                KEYS + reference + ":" + lost.reader())).ifPresent(_ -> tell(person.get(), ticket, lost, until));
    }

    private void tell(PersonId person, Ticket ticket, Lost lost, Instant until) {
        var letter = Sent.of(Objects.requireNonNull(outbox.withKeys(List.of(lost.key())).get(lost.key())));
        mail.send(person, Notice.of(Letter.UNREACHABLE, ticket.id(), lost.key())
                .saying(Map.of("person", letter.to, "failure", lost.failure().name(), "reason", lost.reason()))
                .at(Map.of("sent", letter.writtenAt, "due", until)));
    }

    /** Who has the case, otherwise who answers for the unit that has it. */
    private Optional<PersonId> responsible(Ticket ticket) {
        return Optional.ofNullable(ticket.assignee()).filter(staff::isAtWork).or(() -> heads.of(ticket.unit()));
    }

    @EventListener
    void on(TicketEvent.MessageWritten written) {
        var by = written.by().staff();
        if (by != null && messages.message(written.message()).via() == Via.CALL) {
            confirmations.forReference(StaffMail.reference(written.ticket())).stream()
                    .filter(owed -> isOne(owed.key()) && owed.open() && follows(written.at().occurredAt(), owed))
                    .forEach(owed -> confirmations.confirm(owed.id(), StaffNames.of(by), written.at().recordedAt()));
        }
    }

    /** A call before the letter was known to be lost was about something else. Calls are told to the minute. */
    private static boolean follows(Instant call, Confirmation owed) {
        return !call.isBefore(owed.asked().getFirst().askedAt().truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * A letter that did not reach whoever it was for.
     *
     * @param to the name of whoever it was for; empty once that was erased
     * @param writtenAt when it was written
     */
    public record Sent(String to, Instant writtenAt) {
        private static Sent of(DeliveryStatus message) {
            return new Sent(message.recipientName(), message.queuedAt());
        }
    }
}
