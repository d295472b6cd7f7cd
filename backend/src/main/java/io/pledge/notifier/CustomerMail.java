package io.pledge.notifier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.notifications.Outbox;
import io.pledge.notifications.OutgoingMessage;
import io.pledge.notifications.Recipient;
import io.pledge.notifier.Letter.Audience;
import io.pledge.organisation.Units;
import io.pledge.organisation.Vendor;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromisesMoved;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/** Writes to everybody on the customer's side who left an address, each in their language, zone and with a link of their own. */
@Component
class CustomerMail {
    /** How the keys of all letters to customers begin. */
    static final String KEYS = "customer:";

    private final Outbox outbox;
    private final Wording wording;
    private final SpokenMoments moments;
    private final MovedWords moved;
    private final Addresses addresses;
    private final Cases cases;
    private final Participants participants;
    private final PrivateLinks links;
    private final Units units;
    private final Vendor vendor;

    CustomerMail(Outbox outbox, Wording wording, SpokenMoments moments, MovedWords moved, Addresses addresses,
            Cases cases,
            Participants participants, PrivateLinks links, Units units, Vendor vendor) {
        this.outbox = outbox;
        this.wording = wording;
        this.moments = moments;
        this.moved = moved;
        this.addresses = addresses;
        this.cases = cases;
        this.participants = participants;
        this.links = links;
        this.units = units;
        this.vendor = vendor;
    }

    /** Writes to all of them, in the caller's transaction. */
    void send(TicketId id, Note note) {
        send(List.of(new About(id, note)));
    }

    /** Writes to all of them in many cases at once, in the caller's transaction. */
    void send(List<About> notes) {
        if (notes.isEmpty()) {
            return;
        }
        var ids = notes.stream().map(About::ticket).distinct().toList();
        var tickets = cases.require(ids);
        var readers = participants.of(ids);
        sendWithLinks(notes.stream().flatMap(about -> readers.getOrDefault(about.ticket, List.of()).stream()
                .filter(reader -> reader.email() != null)
                .map(reader -> new Posted(Objects.requireNonNull(tickets.get(about.ticket)), reader, about.note)))
                .toList());
    }

    /** Writes to one of them, with a link to the case. */
    void send(TicketId id, Participant reader, Note note) {
        sendWithLinks(List.of(new Posted(cases.require(id), reader, note)));
    }

    private void sendWithLinks(List<Posted> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var tokens = links.issueByMail(letters.stream()
                .map(letter -> new PrivateLinks.Opened(letter.ticket.id(), letter.reader.id())).toList());
        outbox.queue(IntStream.range(0, letters.size())
                .mapToObj(i -> written(letters.get(i), addresses.caseOf(tokens.get(i)))).flatMap(Optional::stream)
                .toList());
    }

    /** Writes to one of them, with a link to another page. */
    void send(Ticket ticket, Participant reader, Note note, String link) {
        written(new Posted(ticket, reader, note), link).ifPresent(outbox::queue);
    }

    /** Nothing for who has no address. */
    private Optional<OutgoingMessage> written(Posted letter, String link) {
        var reader = letter.reader;
        var note = letter.note;
        return Optional.ofNullable(reader.email()).map(address -> {
            var text = wording.write(note.letter, reader.language(), values(letter.ticket, reader, note));
            return new OutgoingMessage(key(note, reader), note.reference, Recipient.byMail(reader.name(), address,
                    "participant:" + reader.id(), reader.language()), text.subject(), text.body(), link, note.digest,
                    null,
                    !note.personal);
        });
    }

    /** What is to be said about a case. */
    record About(TicketId ticket, Note note) {}

    private record Posted(Ticket ticket, Participant reader, Note note) {}

    /** Names the letter of this kind to this reader about this occasion; the acceptance comes back under it. */
    private static String key(Note note, Participant reader) {
        return KEYS + note.letter.key() + ":" + note.occasion + ":" + reader.id();
    }

    private Map<String, String> values(Ticket ticket, Participant reader, Note note) {
        var values = new HashMap<>(note.words);
        note.moments.forEach((name, moment) -> values.put(name,
                moments.say(Audience.CUSTOMER, moment, reader.language(), reader.zone())));
        if (note.next != null) {
            var moment = moments.say(Audience.CUSTOMER, note.next, reader.language(), reader.zone());
            values.put("next", wording.say(Audience.CUSTOMER, "next", reader.language(), Map.of("moment", moment)));
        }
        if (note.promise != null) {
            values.put("what", wording.say(Audience.CUSTOMER, "promise." + note.promise.name(), reader.language(),
                    Map.of()));
        }
        values.computeIfPresent("tracking", (_, number) -> wording.say(Audience.CUSTOMER, "tracking", reader.language(),
                Map.of("tracking", number)));
        if (note.letter == Letter.DELAYED) {
            values.put("still",
                    wording.say(Audience.CUSTOMER, values.containsKey("due") ? "delayed.still" : "delayed.waits",
                            reader.language(), Map.of("due", values.getOrDefault("due", ""))));
        }
        if (note.moved != null) {
            values.putAll(moved.say(note.moved, reader));
        }
        values.put("name", reader.name());
        values.put("number", ticket.number().value());
        values.put("title", ticket.title());
        values.put("unit", units.unit(ticket.unit()).name());
        values.put("vendor", vendor.name());
        return values;
    }

    /**
     * What is to be said, before it is put into anybody's language.
     *
     * @param occasion what it is about; together with letter and reader it names the message, which is sent once
     * @param words what stands in braces and is the same for everybody
     * @param moments what stands in braces and is said in the reader's zone
     * @param next when the next word is promised; null where none is
     * @param promise what the letter is about; null where it is about no promise
     * @param moved the promises that the letter says anew; null where it is about none
     * @param digest under which name it is collected with others; null where it goes out at once
     * @param personal whether a person wrote it
     */
    record Note(Letter letter, String occasion, String reference, Map<String, String> words,
            Map<String, Instant> moments, @Nullable Instant next, @Nullable PromiseKind promise,
            @Nullable PromisesMoved moved, @Nullable String digest, boolean personal) {

        /** A letter that Pledge writes by itself about a case. */
        static Note of(Letter letter, TicketId ticket, String occasion) {
            return new Note(letter, occasion, "ticket:" + ticket.value(), Map.of(), Map.of(), null, null, null, null,
                    false);
        }

        Note saying(Map<String, String> said) {
            return new Note(letter, occasion, reference, said, moments, next, promise, moved, digest, personal);
        }

        Note at(Map<String, Instant> said) {
            return new Note(letter, occasion, reference, words, said, next, promise, moved, digest, personal);
        }

        Note next(@Nullable Instant moment) {
            return new Note(letter, occasion, reference, words, moments, moment, promise, moved, digest, personal);
        }

        Note promise(PromiseKind kind) {
            return new Note(letter, occasion, reference, words, moments, next, kind, moved, digest, personal);
        }

        Note moved(PromisesMoved all) {
            return new Note(letter, occasion, reference, words, moments, next, promise, all, digest, personal);
        }

        Note digestedAs(@Nullable String name) {
            return new Note(letter, occasion, reference, words, moments, next, promise, moved, name, personal);
        }

        /** The letter that carries a message of the case. */
        Note carrying(long message) {
            return new Note(letter, occasion, "message:" + message, words, moments, next, promise, moved, digest, true);
        }
    }
}
