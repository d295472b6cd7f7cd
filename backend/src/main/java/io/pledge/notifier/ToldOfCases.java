package io.pledge.notifier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.notifications.DeliveryStatus;
import io.pledge.notifications.Outbox;
import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/** Who was told by a chain of some cases, as the outbox remembers it. */
@Component
class ToldOfCases {
    private final Outbox outbox;

    ToldOfCases(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Whom a chain has told of each case since a moment. */
    Map<TicketId, Set<PersonId>> since(Map<TicketId, Instant> begun) {
        var told = outbox.forReferences(begun.keySet().stream().map(StaffMail::reference).toList());
        return begun.keySet().stream().collect(Collectors.toMap(Function.identity(), ticket -> told
                .getOrDefault(StaffMail.reference(ticket), List.of()).stream()
                .filter(message -> ofChain(message)
                        && !message.queuedAt().isBefore(Objects.requireNonNull(begun.get(ticket))))
                .map(message -> StaffNames.read(Objects.requireNonNull(message.recipientId())))
                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Whom a letter has told of each case, by its occasion. */
    Map<String, Set<PersonId>> by(Letter letter, Map<String, TicketId> occasions) {
        var told = outbox.forReferences(occasions.values().stream().distinct().map(StaffMail::reference).toList());
        return occasions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, occasion -> told
                .getOrDefault(StaffMail.reference(occasion.getValue()), List.of()).stream()
                .filter(message -> message.key().startsWith(StaffMail.key(letter) + occasion.getKey() + ":"))
                .map(message -> StaffNames.read(Objects.requireNonNull(message.recipientId())))
                .collect(Collectors.toUnmodifiableSet())));
    }

    private static boolean ofChain(DeliveryStatus message) {
        return Stream.of(Letter.BROKEN, Letter.ESCALATED, Letter.CLIMBED)
                .anyMatch(letter -> message.key().startsWith(StaffMail.key(letter)));
    }
}
