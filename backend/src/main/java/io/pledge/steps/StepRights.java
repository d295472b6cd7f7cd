package io.pledge.steps;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Deputies;
import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.ticket.Ticket;

/**
 * Who may do a step of a case that they see. The holder's steps are done by whoever works on the case, since cases change hands; steps
 * of a role by it or who stands in; steps of a named unit by its people and those of the units above.
 */
@Component
public class StepRights {
    private final Units units;
    private final Staff staff;
    private final Deputies deputies;

    StepRights(Units units, Staff staff, Deputies deputies) {
        this.units = units;
        this.staff = staff;
        this.deputies = deputies;
    }

    /** Whether somebody may do this step; whether it can be done now is another matter. */
    public boolean may(PersonId person, CaseStep step, Ticket ticket, Instant now) {
        var who = staff.person(person);
        return switch (step.definition().by().who()) {
            case HOLDER -> isService(who) && above(who, ticket.unitPath());
            case HEAD -> isHead(who, ticket) || actsFor(person, head(ticket.unit()), now);
            case ACCOUNT_MANAGER -> Optional.ofNullable(ticket.accountManager())
                    .map(manager -> actsFor(person, Optional.of(manager), now))
                    .orElseGet(() -> isHead(who, ticket) || actsFor(person, head(ticket.unit()), now));
            case QUALITY -> who.holds(Role.QUALITY);
            case UNIT -> isService(who)
                    && above(who, units.unit(Objects.requireNonNull(step.unit())).path());
        };
    }

    /** Whether somebody is head of the unit that has the case, or of one above: what costs money is granted by them only. */
    public boolean isHead(PersonId person, Ticket ticket) {
        return isHead(staff.person(person), ticket);
    }

    private boolean isHead(Person who, Ticket ticket) {
        return who.holds(Role.HEAD) && above(who, ticket.unitPath());
    }

    private boolean actsFor(PersonId person, Optional<PersonId> other, Instant now) {
        return other.filter(one -> one.equals(person) || deputies.acting(one, now).equals(person)).isPresent();
    }

    private boolean above(Person who, String path) {
        return path.startsWith(units.unit(who.unit()).path());
    }

    private static boolean isService(Person who) {
        return who.holds(Role.ENGINEER) || who.holds(Role.HEAD);
    }

    /** Who answers for a unit: its head, or the next above where nobody is appointed. */
    Optional<PersonId> head(UnitId unit) {
        return units.lineUp(unit).stream().map(ServiceUnit::supervisor).filter(Objects::nonNull)
                .filter(staff::isAtWork).findFirst();
    }

    /** Who owes a step, for who tells them: all of them where it is nobody's alone. */
    public Stream<PersonId> owing(CaseStep step, Ticket ticket) {
        return switch (step.definition().by().who()) {
            case HOLDER -> Optional.ofNullable(ticket.assignee()).or(() -> head(ticket.unit())).stream();
            case HEAD -> head(ticket.unit()).stream();
            case ACCOUNT_MANAGER -> Optional.ofNullable(ticket.accountManager()).filter(staff::isAtWork)
                    .or(() -> head(ticket.unit())).stream();
            case QUALITY -> staff.holding(Role.QUALITY).stream().map(Person::id);
            case UNIT -> head(Objects.requireNonNull(step.unit())).stream();
        };
    }
}
