package io.pledge.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All units and people at one moment, the retired ones too, since old tickets go on naming them. */
record Directory(Map<UnitId, ServiceUnit> units, Map<PersonId, Person> people, Set<UnitId> retiredUnits,
        Set<PersonId> retiredPeople) {

    static Directory of(List<ServiceUnit> units, List<Person> people, Set<UnitId> retiredUnits,
            Set<PersonId> retiredPeople) {
        return new Directory(units.stream().collect(Collectors.toUnmodifiableMap(ServiceUnit::id, Function.identity())),
                people.stream().collect(Collectors.toUnmodifiableMap(Person::id, Function.identity())), retiredUnits,
                retiredPeople);
    }
}
