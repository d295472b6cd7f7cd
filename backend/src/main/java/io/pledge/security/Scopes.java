package io.pledge.security;

import java.time.Clock;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Deputies;
import io.pledge.organisation.Person;
import io.pledge.organisation.Role;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;

/** Derives from somebody's roles and place what they may see. Several roles add up; so does what those see for whom they stand in. */
@Component
public class Scopes {
    private final Units units;
    private final Staff staff;
    private final Deputies deputies;
    private final Clock clock;

    Scopes(Units units, Staff staff, Deputies deputies, Clock clock) {
        this.units = units;
        this.staff = staff;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** The scope of a person: the sum over their roles, and over those who are away and for whom they act now. */
    public Scope of(Person person) {
        return deputies.inPlaceOf(person.id(), clock.instant()).stream().map(staff::person).map(this::own)
                .reduce(own(person), Scope::or);
    }

    private Scope own(Person person) {
        return person.roles().stream().map(role -> of(role, person)).reduce(Scope.nothing(), Scope::or);
    }

    /** The person as they are once signed in. */
    public SignedIn signedIn(Person person) {
        return new SignedIn(person.id(), person.username(), person.name(), person.roles(), units.unit(person.unit()),
                of(person),
                person.language(), person.zone());
    }

    private Scope of(Role role, Person person) {
        return switch (role) {
            case ENGINEER, HEAD, QUALITY, MANAGER -> below(units.unit(person.unit()));
            case ACCOUNT_MANAGER -> Scope.of(Set.of(), Set.of(person.id().value()));
            case ADMIN -> Scope.nothing();
        };
    }

    /** Below the top everything lies, cases of units that come later included. */
    private Scope below(ServiceUnit unit) {
        return switch (unit.tier()) {
            case HEADQUARTERS -> Scope.everything();
            case REGIONAL, LOCAL -> Scope.of(units.pathsAtAndBelow(unit.id()), Set.of());
        };
    }
}
