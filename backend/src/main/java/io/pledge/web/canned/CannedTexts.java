package io.pledge.web.canned;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

import org.springframework.stereotype.Component;

import io.pledge.config.ConfigFolder;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Ticket;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The operator's canned texts: offered to who writes, filled in the customer's language and zone. */
@Component
public class CannedTexts {
    private final List<CannedText> texts;
    private final Participants participants;
    private final TimeWords time;

    CannedTexts(ConfigFolder folder, Participants participants, TimeWords time) {
        this.texts = CannedTextFile.read(folder.file("canned-texts.yml"));
        this.participants = participants;
        this.time = time;
    }

    /** What there is for such a case, under its titles in the reader's language. */
    public List<Option> options(Ticket ticket, Reader reader) {
        return texts.stream().filter(text -> text.isFor(ticket.kind()))
                .map(text -> Option.of(text.key(), CannedText.in(reader.locale(), text.title()))).toList();
    }

    /**
     * A text filled for the customer of a case. What is not known stays as {@code […]}, with what it is in the words of the writer.
     *
     * @param nextWord when the writer promises the next word
     * @return empty where there is no such text
     */
    Optional<String> fill(String key, Ticket ticket, SignedIn writer, Instant nextWord, Reader reader) {
        var customer = participants.submitter(ticket.id());
        var filling = new Filling(ticket, customer, writer, nextWord,
                new Reader(customer.language(), customer.zone(), reader.now()), reader);
        return texts.stream().filter(text -> text.key().equals(key) && text.isFor(ticket.kind())).findFirst()
                .map(text -> Variable.PLACE.matcher(CannedText.in(customer.language(), text.text()))
                        .replaceAll(place -> Matcher.quoteReplacement(
                                value(Variable.of(place.group(1)).orElseThrow(), filling))));
    }

    private String value(Variable variable, Filling filling) {
        return known(variable, filling).filter(value -> !value.isBlank()).orElseGet(
                () -> "[… " + time.say("desk.canned." + variable, filling.reader.locale()) + "]");
    }

    private Optional<String> known(Variable variable, Filling filling) {
        return switch (variable) {
            case CUSTOMER -> Optional.of(filling.customer.name());
            case NUMBER -> Optional.of(filling.ticket.number().value());
            case ENGINEER -> Optional.of(filling.writer.name());
            case PRODUCT -> Optional.ofNullable(filling.ticket.product());
            case PROMISED -> Optional.ofNullable(filling.ticket.nextDue()).map(at -> moment(at, filling));
            case NEXT_WORD -> Optional.of(moment(filling.nextWord, filling));
        };
    }

    /** With day and zone: nobody knows on which day it is read. */
    private String moment(Instant at, Filling filling) {
        return time.spoken(at, filling.theirs);
    }

    private record Filling(Ticket ticket, Participant customer, SignedIn writer, Instant nextWord, Reader theirs,
            Reader reader) {}
}
