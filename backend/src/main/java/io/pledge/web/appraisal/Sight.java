package io.pledge.web.appraisal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;

/** Whose figures somebody may see: everybody their own, heads those of their units and people, managers all. */
@Component
class Sight {
    private final Staff staff;
    private final Units units;

    Sight(Staff staff, Units units) {
        this.staff = staff;
        this.units = units;
    }

    Optional<Person> person(SignedIn me, String username) {
        return staff.byUsername(username).filter(person -> person.id().equals(me.id())
                || sees(me, units.unit(person.unit())));
    }

    Optional<ServiceUnit> unit(SignedIn me, String key) {
        return units.byKey(key).filter(unit -> sees(me, unit));
    }

    /** The units somebody answers for, from the top. */
    List<ServiceUnit> units(SignedIn me) {
        return units.all().stream().filter(unit -> sees(me, unit)).sorted(Comparator.comparing(ServiceUnit::path))
                .toList();
    }

    /** The people of those units who work on cases. */
    List<Person> people(SignedIn me) {
        return units(me).stream().flatMap(unit -> staff.inUnit(unit.id()).stream())
                .filter(person -> person.roles().contains(Role.ENGINEER) || person.roles().contains(Role.HEAD))
                .sorted(Comparator.comparing(Person::name)).toList();
    }

    private static boolean sees(SignedIn me, ServiceUnit unit) {
        return me.holds(Role.MANAGER) || me.holds(Role.HEAD) && me.unit().covers(unit);
    }
}
