package io.pledge.notifier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.Chain.Told;
import io.pledge.sla.Chain.Up;
import io.pledge.ticket.Ticket;

/** Who answers for a unit, and who stands above them. */
@Component
class Heads {
    private final Units units;
    private final Staff staff;

    Heads(Units units, Staff staff) {
        this.units = units;
        this.staff = staff;
    }

    /** The heads of the unit and of those above it, from the lowest to the highest; nobody who has left. */
    List<PersonId> upFrom(UnitId unit) {
        return units.lineUp(unit).stream().map(ServiceUnit::supervisor).filter(Objects::nonNull)
                .filter(staff::isAtWork).distinct().toList();
    }

    /** Who answers for the unit: its head, or the next one above where nobody is appointed. */
    Optional<PersonId> of(UnitId unit) {
        return upFrom(unit).stream().findFirst();
    }

    /** Who can take something that came to a unit: who answers for it, and its engineers. */
    Set<PersonId> workersOf(UnitId unit) {
        var people = new LinkedHashSet<PersonId>();
        of(unit).ifPresent(people::add);
        staff.inUnit(unit).stream().filter(person -> person.holds(Role.ENGINEER))
                .forEach(person -> people.add(person.id()));
        return people;
    }

    /** Whoever works at the case, otherwise who answers for the unit that holds it. */
    @Nullable
    PersonId inCharge(Ticket ticket) {
        return ticket.assignee() != null ? ticket.assignee() : of(ticket.unit()).orElse(null);
    }

    /** Who is told of a case while there is time, each once, whatever else they are; nobody who has left. */
    SequencedSet<PersonId> toldAhead(Set<Up> wanted, Ticket ticket) {
        var people = new LinkedHashSet<PersonId>();
        for (var who : Up.values()) {
            if (wanted.contains(who)) {
                switch (who) {
                    case HEAD -> of(ticket.unit()).ifPresent(people::add);
                    case REGIONAL -> headOf(Tier.REGIONAL, ticket.unit()).ifPresent(people::add);
                    case HEADQUARTERS -> headOf(Tier.HEADQUARTERS, ticket.unit()).ifPresent(people::add);
                    case MANAGERS -> units.lineUp(ticket.unit()).stream()
                            .flatMap(unit -> staff.inUnit(unit.id()).stream())
                            .filter(person -> person.holds(Role.MANAGER)).map(Person::id).forEach(people::add);
                    case ACCOUNT_MANAGER -> Optional.ofNullable(ticket.accountManager()).filter(staff::isAtWork)
                            .ifPresent(people::add);
                }
            }
        }
        return people;
    }

    /** Who answers for the unit of this tier above; nobody where the case is higher already. */
    private Optional<PersonId> headOf(Tier tier, UnitId unit) {
        return units.lineUp(unit).stream().filter(above -> above.tier() == tier).findFirst()
                .flatMap(above -> of(above.id()));
    }

    /**
     * Who stands behind what a chain calls them, each once, whatever else they are.
     *
     * @param unit the unit that had the case
     * @param holder who had it; null for nobody
     */
    SequencedSet<PersonId> told(Set<Told> wanted, UnitId unit, @Nullable PersonId holder,
            @Nullable PersonId accountManager) {
        var up = upFrom(unit);
        var people = new LinkedHashSet<PersonId>();
        for (var who : Told.values()) {
            if (wanted.contains(who)) {
                switch (who) {
                    case HOLDER -> Optional.ofNullable(holder).ifPresent(people::add);
                    case HEAD -> up.stream().limit(1).forEach(people::add);
                    case HEAD_ABOVE -> up.stream().skip(1).limit(1).forEach(people::add);
                    case ACCOUNT_MANAGER -> Optional.ofNullable(accountManager).ifPresent(people::add);
                }
            }
        }
        return people;
    }
}
