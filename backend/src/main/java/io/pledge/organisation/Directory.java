package io.pledge.organisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;

/**
 * All units and people at one moment, the retired ones too, since old tickets go on naming them.
 *
 * @param version which state of the tables this is
 * @param absences those of now and to come; of the past only what was of late
 */
record Directory(long version, Map<UnitId, ServiceUnit> units, Map<PersonId, Person> people, Set<UnitId> retiredUnits,
        Set<PersonId> retiredPeople, List<Absence> absences) {

    static Directory of(long version, List<ServiceUnit> units, List<Person> people, Set<UnitId> retiredUnits,
            Set<PersonId> retiredPeople, List<Absence> absences) {
        return new Directory(version,
                units.stream().collect(Collectors.toUnmodifiableMap(ServiceUnit::id, Function.identity())),
                people.stream().collect(Collectors.toUnmodifiableMap(Person::id, Function.identity())), retiredUnits,
                retiredPeople, List.copyOf(absences));
    }

    /** What is at work, field by field. */
    Snapshot snapshot() {
        return Snapshot.of(new OrganisationPlan(
                units.values().stream().filter(unit -> !retiredUnits.contains(unit.id())).map(this::planned).toList(),
                people.values().stream().filter(person -> !retiredPeople.contains(person.id())).map(this::planned)
                        .toList()));
    }

    /** The version of a unit or a person, at work or not. */
    Optional<Integer> version(Subject subject) {
        return switch (subject.kind()) {
            case UNIT -> units.values().stream().filter(unit -> unit.key().equals(subject.key()))
                    .map(ServiceUnit::version).findFirst();
            case PERSON -> person(subject.key()).map(Person::version);
        };
    }

    /** A person by user name, at work or not. */
    Optional<Person> person(String username) {
        return people.values().stream().filter(person -> person.username().equals(username)).findFirst();
    }

    private PlannedUnit planned(ServiceUnit unit) {
        return new PlannedUnit(unit.key(), unit.parent() == null ? null : key(unit.parent()), unit.tier(), unit.name(),
                unit.zone(), unit.calendar(), unit.language(), username(unit.supervisor()), unit.address(),
                unit.languages(), unit.products(), unit.duty());
    }

    private PlannedPerson planned(Person person) {
        return new PlannedPerson(person.username(), person.name(), person.email(), key(person.unit()), person.roles(),
                person.language(), person.zone(), person.skills(), username(person.deputy()));
    }

    private String key(UnitId unit) {
        return Objects.requireNonNull(units.get(unit)).key();
    }

    private @Nullable String username(@Nullable PersonId person) {
        return person == null ? null : Objects.requireNonNull(people.get(person)).username();
    }
}
