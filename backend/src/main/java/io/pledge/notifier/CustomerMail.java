package io.pledge.notifier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.pledge.communication.PlannedReader;
import io.pledge.notifications.Outbox;
import io.pledge.notifications.OutgoingMessage;
import io.pledge.notifications.Recipient;
import io.pledge.notifier.Letter.Audience;
import io.pledge.organisation.Units;
import io.pledge.organisation.Vendor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/**
 * Writes to everybody on the customer's side who left an address and to whom a plan makes hear of it, each in their language, zone and
 * with a link of their own.
 */
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
    private final CaseAudience audience;
    private final PlanTasks tasks;
    private final PrivateLinks links;
    private final Units units;
    private final Vendor vendor;

    CustomerMail(Outbox outbox, Wording wording, SpokenMoments moments, MovedWords moved, Addresses addresses,
            Cases cases, CaseAudience audience, PlanTasks tasks, PrivateLinks links, Units units, Vendor vendor) {
        this.outbox = outbox;
        this.wording = wording;
        this.moments = moments;
        this.moved = moved;
        this.addresses = addresses;
        this.cases = cases;
        this.audience = audience;
        this.tasks = tasks;
        this.links = links;
        this.units = units;
        this.vendor = vendor;
    }

    /** Writes to all of them, in the caller's transaction. */
    void send(TicketId id, Note note) {
        send(List.of(new About(id, note)));
    }

    /** Writes to all of them; of those who hear by a plan only to some. */
    void send(TicketId id, Note note, Predicate<PlannedReader> along) {
        send(List.of(new About(id, note, along)));
    }

    /** Writes to all of them in many cases at once, in the caller's transaction, and asks for the calls that plans want. */
    void send(List<About> notes) {
        if (notes.isEmpty()) {
            return;
        }
        var heard = audience.of(notes);
        sendWithLinks(heard.letters().stream().filter(letter -> letter.reader().email() != null).toList());
        heard.calls().forEach(tasks::call);
    }

    /** Writes to one of them, with a link to the case. */
    void send(TicketId id, Participant reader, Note note) {
        sendWithLinks(List.of(one(cases.require(id), reader, note)));
    }

    private void sendWithLinks(List<Posted> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var tokens = links.issueByMail(letters.stream()
                .map(letter -> new PrivateLinks.Opened(letter.ticket().id(), letter.reader().id())).toList());
        var until = tasks.untilRead(letters);
        outbox.queue(IntStream.range(0, letters.size())
                .mapToObj(i -> written(letters.get(i), addresses.caseOf(tokens.get(i)), until))
                .flatMap(Optional::stream).toList());
    }

    /** Writes to one of them, with a link to another page. */
    void send(Ticket ticket, Participant reader, Note note, String link) {
        written(one(ticket, reader, note), link, Map.of()).ifPresent(outbox::queue);
    }

    private static Posted one(Ticket ticket, Participant reader, Note note) {
        return new Posted(ticket, reader, note, note.letter(), reader.name(), null);
    }

    /** Nothing for who has no address. @param until by when who must confirm says so, by letter */
    private Optional<OutgoingMessage> written(Posted letter, String link, Map<Posted, Instant> until) {
        var reader = letter.reader();
        var note = letter.note();
        return Optional.ofNullable(reader.email()).map(address -> {
            var values = values(letter);
            Optional.ofNullable(until.get(letter)).ifPresent(moment -> values.put(Wording.CONFIRM,
                    moments.say(Audience.CUSTOMER, moment, reader.language(), reader.zone())));
            var text = wording.write(letter.letter(), reader.language(), values);
            return new OutgoingMessage(letter.key(), letter.reference(), Recipient.byMail(reader.name(), address,
                    "participant:" + reader.id(), reader.language()), text.subject(), text.body(), link, note.digest(),
                    null, !note.personal());
        });
    }

    private Map<String, String> values(Posted letter) {
        var note = letter.note();
        var ticket = letter.ticket();
        var reader = letter.reader();
        var values = new HashMap<>(note.words());
        note.moments().forEach((name, moment) -> values.put(name,
                moments.say(Audience.CUSTOMER, moment, reader.language(), reader.zone())));
        if (note.next() != null) {
            var moment = moments.say(Audience.CUSTOMER, note.next(), reader.language(), reader.zone());
            values.put("next", say(reader.byPlan() ? "next.along" : "next", reader, Map.of("moment", moment)));
        }
        if (note.promise() != null) {
            values.put("what", say("promise." + note.promise().name(), reader, Map.of()));
        }
        values.computeIfPresent("tracking", (_, number) -> say("tracking", reader, Map.of("tracking", number)));
        if (note.letter() == Letter.DELAYED) {
            values.put("still", say(values.containsKey("due") ? "delayed.still" : "delayed.waits", reader,
                    Map.of("due", values.getOrDefault("due", ""))));
        }
        if (letter.letter() == Letter.ENDED) {
            values.put("how", say("ended." + note.letter(), reader, note.words()));
        }
        if (note.moved() != null) {
            values.putAll(moved.say(note.moved(), reader));
        }
        if (reader.byPlan()) {
            values.put(Wording.ALONG, letter.reporter());
        }
        values.put("reporter", letter.reporter());
        values.put("severity", say("severity." + ticket.severity(), reader, Map.of()));
        values.put("name", reader.name());
        values.put("number", ticket.number().value());
        values.put("title", ticket.title());
        values.put("unit", units.unit(ticket.unit()).name());
        values.put("vendor", vendor.name());
        return values;
    }

    private String say(String key, Participant reader, Map<String, String> parts) {
        return wording.say(Audience.CUSTOMER, key, reader.language(), parts);
    }
}
