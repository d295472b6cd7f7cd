package io.pledge.security;

import java.util.Set;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.Role;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** Derives from somebody's roles and place what they may see. Several roles add up. */
@Component
public class Scopes {
    private final Units units;

    Scopes(Units units) {
        this.units = units;
    }

    /** The scope of a person: the sum over their roles. */
    public Scope of(Person person) {
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
