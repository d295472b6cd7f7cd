package io.pledge.quality;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.ticket.Refused;

/** Nobody rules in their own cause. */
@Component
class Impartiality {
    private final Staff staff;
    private final Units units;

    Impartiality(Staff staff, Units units) {
        this.staff = staff;
        this.units = units;
    }

    /**
     * @throws Refused where the officer is none, is the one responsible, or sits in the responsible unit and not at
     *     headquarters
     */
    void require(PersonId officer, Optional<Responsible> responsible) {
        var person = staff.person(officer);
        if (!person.holds(Role.QUALITY)) {
            throw new Refused("notQuality");
        }
        if (responsible.isPresent() && !outside(person, responsible.orElseThrow())) {
            throw new Refused("ownCause");
        }
    }

    /** The other officers who could decide in place of the one who ruled: impartial, and the case lies within their sight. */
    List<Person> others(PersonId officer, Optional<Responsible> responsible) {
        return staff.holding(Role.QUALITY).stream().filter(person -> !person.id().equals(officer))
                .filter(person -> responsible.map(other -> outside(person, other) && sees(person, other)).orElse(true))
                .toList();
    }

    /** The responsible unit held the case, so whoever sees that unit sees the case. */
    private boolean sees(Person officer, Responsible responsible) {
        var own = units.unit(officer.unit());
        return own.tier() == Tier.HEADQUARTERS || own.covers(units.unit(responsible.unit()));
    }

    private boolean outside(Person officer, Responsible responsible) {
        var own = units.unit(officer.unit());
        return !officer.id().equals(responsible.person())
                && (own.tier() == Tier.HEADQUARTERS || !own.id().equals(responsible.unit()));
    }
}
