package io.pledge.web.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.communication.Occasion;
import io.pledge.communication.PlannedReader;
import io.pledge.communication.PlansInForce;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Ticket;

/** Who on the customer's side hears of a case, and why: for who writes to them, before they do. */
@Component
public class Hearers {
    private final Participants participants;
    private final PlansInForce plans;
    private final PlanWords words;

    Hearers(Participants participants, PlansInForce plans, PlanWords words) {
        this.participants = participants;
        this.plans = plans;
        this.words = words;
    }

    /**
     * Who hears.
     *
     * @param reply who reads an answer, and {@code solved} who reads what was done, in a sentence
     */
    public record View(List<Row> rows, String reply, String solved) {}

    /** @param faint whether they hear nothing of this case */
    public record Row(String name, List<String> why, boolean faint) {}

    public View of(Ticket ticket, Locale locale) {
        var people = participants.of(ticket.id());
        var planned = plans.of(ticket);
        var rows = new ArrayList<Row>();
        people.forEach(person -> rows.add(new Row(person.name(), Stream.concat(
                Stream.of(words.say(person.submitter() ? "communication.turned" : "communication.takesPart", locale)),
                planned.stream().filter(one -> one.isSame(person)).flatMap(one -> lines(one, locale))).toList(),
                false)));
        var others = planned.stream().filter(one -> people.stream().noneMatch(one::isSame)).toList();
        others.forEach(one -> rows.add(row(one, ticket, locale)));
        return new View(rows, read(people, others, Occasion.PROGRESS, ticket, locale),
                read(people, others, Occasion.SOLUTION, ticket, locale));
    }

    private Row row(PlannedReader one, Ticket ticket, Locale locale) {
        var severity = ticket.severity();
        var why = new ArrayList<>(lines(one, locale).toList());
        if (!one.hearsOf(severity)) {
            why.add(words.say("communication.notOf", locale, words.say("severity." + severity, locale)));
        } else if (one.email() == null) {
            why.add(words.say(one.phone() == null ? "communication.unreachable" : "communication.called", locale));
        }
        return new Row(one.name(), why, !one.hearsOf(severity));
    }

    private Stream<String> lines(PlannedReader one, Locale locale) {
        return one.lines().stream().map(line -> words.say("communication.line", locale,
                line.level() == null
                        ? words.say("communication.byName", locale)
                        : words.say("customers.contactLevel." + line.level(), locale),
                words.what(line, locale)));
    }

    /** How many people of the customer read it, and their names. */
    private String read(List<Participant> people, List<PlannedReader> others, Occasion occasion, Ticket ticket,
            Locale locale) {
        var names = Stream.concat(people.stream().map(Participant::name),
                others.stream().filter(one -> one.isWritten(Set.of(occasion), ticket.severity()))
                        .map(PlannedReader::name))
                .toList();
        return words.say(names.size() == 1 ? "communication.reads.one" : "communication.reads", locale,
                String.valueOf(names.size()),
                names.stream().collect(Collectors.joining(words.say("communication.and", locale))));
    }
}
