package io.pledge.web.help;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.help.Help;
import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.ticket.Ticket;
import io.pledge.web.AwayWords;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Who can be asked for help with a case: every other unit, and those who are there of its people. */
@Component
class Helpers {
    private final Units units;
    private final Staff staff;
    private final AwayWords away;
    private final Help help;
    private final TimeWords time;

    Helpers(Units units, Staff staff, AwayWords away, Help help, TimeWords time) {
        this.units = units;
        this.staff = staff;
        this.away = away;
        this.help = help;
        this.time = time;
    }

    List<Group> of(Ticket ticket, Reader reader) {
        return units.all().stream().filter(unit -> !unit.id().equals(ticket.unit()))
                .map(unit -> group(unit, ticket, reader)).toList();
    }

    /** Whom a value of the form means. */
    Optional<Chosen> read(String of) {
        String[] parts = of.split("/", 2);
        return units.byKey(parts[0]).flatMap(unit -> parts.length == 1
                ? Optional.of(new Chosen(unit.id(), Optional.empty()))
                : staff.byUsername(parts[1]).map(person -> new Chosen(unit.id(), Optional.of(person.id()))));
    }

    private Group group(ServiceUnit unit, Ticket ticket, Reader reader) {
        String due = time.momentInSentence(help.due(unit, ticket.severity(), reader.now()), reader);
        var anybody = Option.of(unit.key(), time.say("help.anybody", reader.locale(), unit.name(), due));
        return new Group(unit.name(), Stream.concat(Stream.of(anybody), staff.inUnit(unit.id()).stream()
                .filter(person -> helps(person, reader))
                .map(person -> Option.of(unit.key() + "/" + person.username(), person.name()))).toList());
    }

    private boolean helps(Person person, Reader reader) {
        return (person.holds(Role.ENGINEER) || person.holds(Role.HEAD))
                && away.of(person.id(), reader).isEmpty();
    }

    /** A unit with its people. */
    record Group(String name, List<Option> options) {}

    /** Whom somebody chose: a unit, or one of its people. */
    record Chosen(UnitId unit, Optional<PersonId> person) {}
}
