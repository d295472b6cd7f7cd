package io.pledge.notifier;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.customer.Customer;
import io.pledge.customer.Customers;
import io.pledge.notifications.Outbox;
import io.pledge.notifications.OutgoingMessage;
import io.pledge.notifications.Recipient;
import io.pledge.notifier.Letter.Audience;
import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.WorkingHours;
import io.pledge.ticket.Cases;
import io.pledge.ticket.EscalationCause;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/** Writes to people of the staff, each in their language and zone, with a link to the case or what it is about. */
@Component
class StaffMail {
    private final Outbox outbox;
    private final Wording wording;
    private final SpokenMoments moments;
    private final Addresses addresses;
    private final Cases cases;
    private final Participants participants;
    private final Customers customers;
    private final Staff staff;
    private final StandIns standIns;
    private final Units units;
    private final MessageSource messages;
    private final WorkingHours hours;
    private final Clock clock;

    StaffMail(Outbox outbox, Wording wording, SpokenMoments moments, Addresses addresses, Cases cases,
            Participants participants, Customers customers, Staff staff, StandIns standIns, Units units,
            MessageSource messages,
            WorkingHours hours,
            Clock clock) {
        this.outbox = outbox;
        this.wording = wording;
        this.moments = moments;
        this.addresses = addresses;
        this.cases = cases;
        this.participants = participants;
        this.customers = customers;
        this.staff = staff;
        this.standIns = standIns;
        this.units = units;
        this.messages = messages;
        this.hours = hours;
        this.clock = clock;
    }

    /** Writes to somebody, or to who stands in for them, in the caller's transaction; to nobody who left or has no address. */
    void send(@Nullable PersonId to, Notice notice) {
        if (to != null) {
            send(List.of(new Posted(to, notice)));
        }
    }

    /**
     * Writes to many at once, or to who stands in for them, in the caller's transaction; to nobody who left or has no address.
     */
    void send(List<Posted> letters) {
        var readable = standIns.deliver(letters).stream().filter(letter -> reader(letter).isPresent()).toList();
        if (!readable.isEmpty()) {
            var tickets = cases.require(readable.stream().map(letter -> letter.notice.ticket).distinct().toList());
            var names = customers(tickets.values());
            outbox.queue(readable.stream().flatMap(letter -> reader(letter).map(reader -> {
                var ticket = Objects.requireNonNull(tickets.get(letter.notice.ticket));
                return written(ticket, names.getOrDefault(ticket.id(), ""), reader, letter);
            }).stream()).toList());
        }
    }

    private Optional<Person> reader(Posted letter) {
        return Optional.of(letter.to).filter(staff::isAtWork).map(staff::person)
                .filter(person -> person.email() != null);
    }

    private OutgoingMessage written(Ticket ticket, String customer, Person reader, Posted letter) {
        var notice = letter.notice;
        var written = wording.write(notice.letter, reader.language(), values(ticket, customer, reader, letter));
        var person = StaffNames.of(reader.id());
        var address = Objects.requireNonNull(reader.email());
        var opening = notice.byDay ? opening(reader) : null;
        return new OutgoingMessage(letter.name(),
                reference(notice.ticket), Recipient.byMail(reader.name(), address, person, reader.language()),
                written.subject(), written.body(),
                Optional.ofNullable(notice.link).orElseGet(() -> addresses.desk(ticket.number())),
                notice.digest == null && opening != null ? Notice.CHAIN : notice.digest, opening, true);
    }

    /** What the outbox calls a case. */
    static String reference(TicketId ticket) {
        return "ticket:" + ticket.value();
    }

    /** How the keys of this letter begin, whatever it is about and whoever reads it. */
    static String key(Letter letter) {
        return "staff:" + letter.key() + ":";
    }

    /** When somebody who is not at work now will be; null for who is. */
    private @Nullable Instant opening(Person reader) {
        var now = clock.instant();
        var opening = hours.opening(units.unit(reader.unit()), now);
        return opening.isAfter(now) ? opening : null;
    }

    private Map<String, String> values(Ticket ticket, String customer, Person reader, Posted letter) {
        var notice = letter.notice;
        var locale = reader.language();
        var values = new HashMap<>(notice.words);
        notice.moments.forEach((key, moment) -> values.put(key,
                moments.say(Audience.STAFF, moment, locale, reader.zone())));
        if (notice.promise != null) {
            values.put("what", wording.say(Audience.STAFF, "promise." + notice.promise.name(), locale, Map.of()));
        }
        if (notice.cause != null) {
            values.put("cause", wording.say(Audience.STAFF, "cause." + notice.cause.name(), locale, Map.of()));
        }
        values.computeIfPresent("occasion",
                (_, occasion) -> wording.say(Audience.STAFF, "occasion." + occasion, locale, Map.of()));
        values.computeIfPresent("failure",
                (_, failure) -> messages.getMessage("undelivered." + failure, null, locale));
        if (notice.letter == Letter.ESCALATED) {
            values.put("take", Optional.ofNullable(values.get("takeBy"))
                    .map(moment -> wording.say(Audience.STAFF, "take.by", locale, Map.of("moment", moment)))
                    .orElseGet(() -> wording.say(Audience.STAFF, "take.anytime", locale, Map.of())));
        }
        if (letter.inPlaceOf != null) {
            values.put(Wording.ABSENT, staff.person(letter.inPlaceOf).name());
        }
        values.put("name", reader.name());
        values.put("number", ticket.number().value());
        values.put("title", ticket.title());
        values.put("unit", units.unit(ticket.unit()).name());
        values.put("customer", customer);
        values.put("kind", messages.getMessage("kind." + ticket.kind(), null, locale));
        values.put("severity", messages.getMessage("severity." + ticket.severity(), null, locale));
        return values;
    }

    /** Whose cases they are; somebody who is not recognised is called by the name they gave. */
    private Map<TicketId, String> customers(Collection<Ticket> tickets) {
        var known = customers.of(tickets.stream().map(Ticket::customer).filter(Objects::nonNull).distinct().toList());
        var strangers = participants.of(tickets.stream().filter(ticket -> ticket.customer() == null).map(Ticket::id)
                .toList());
        return tickets.stream().collect(Collectors.toMap(Ticket::id, ticket -> Optional.ofNullable(ticket.customer())
                .map(known::get).map(Customer::name)
                .orElseGet(() -> Objects.requireNonNull(strangers.get(ticket.id())).getFirst().name())));
    }

    /** A letter to somebody, it may be in place of somebody who is away. */
    record Posted(PersonId to, Notice notice, @Nullable PersonId inPlaceOf) {
        Posted(PersonId to, Notice notice) {
            this(to, notice, null);
        }

        /** Names the message among all ever written. */
        String name() {
            return key(notice.letter) + notice.occasion + ":" + StaffNames.of(to);
        }
    }

    /**
     * What is to be said, before it is put into anybody's language.
     *
     * @param occasion what it is about; together with letter and reader it names the message, which is sent once
     * @param words what stands in braces and is the same for everybody
     * @param moments what stands in braces and is said in the reader's zone
     * @param promise what the letter is about; null where it is about no promise
     * @param cause why the case moved up; null where it did not
     * @param link the page it leads to; null for that of the case at the desk
     * @param digest under which name it is collected with others; null where it goes out at once
     * @param byDay whether it waits until the reader's unit opens; what waits so is collected
     */
    record Notice(Letter letter, TicketId ticket, String occasion, Map<String, String> words,
            Map<String, Instant> moments, @Nullable PromiseKind promise, @Nullable EscalationCause cause,
            @Nullable String link, @Nullable String digest, boolean byDay) {
        /** Under which name letters of chains are collected, so that whoever reads several reads one mail. */
        private static final String CHAIN = "chain";

        static Notice of(Letter letter, TicketId ticket, String occasion) {
            return new Notice(letter, ticket, occasion, Map.of(), Map.of(), null, null, null, null, false);
        }

        Notice saying(Map<String, String> said) {
            return new Notice(letter, ticket, occasion, said, moments, promise, cause, link, digest, byDay);
        }

        Notice at(Map<String, Instant> said) {
            return new Notice(letter, ticket, occasion, words, said, promise, cause, link, digest, byDay);
        }

        Notice promise(PromiseKind kind) {
            return new Notice(letter, ticket, occasion, words, moments, kind, cause, link, digest, byDay);
        }

        Notice cause(EscalationCause why) {
            return new Notice(letter, ticket, occasion, words, moments, promise, why, link, digest, byDay);
        }

        Notice leadingTo(String address) {
            return new Notice(letter, ticket, occasion, words, moments, promise, cause, address, digest, byDay);
        }

        /** Among others under this name, as one mail. */
        Notice collectedAs(String name) {
            return new Notice(letter, ticket, occasion, words, moments, promise, cause, link, name, byDay);
        }

        /**
         * As a letter of a chain.
         *
         * @param late whether what it tells was noticed late
         * @param atNight whether the chain lets people be written at any hour
         */
        Notice ofChain(boolean late, boolean atNight) {
            return new Notice(letter, ticket, occasion, words, moments, promise, cause, link, late ? CHAIN : null,
                    !atNight);
        }
    }
}
