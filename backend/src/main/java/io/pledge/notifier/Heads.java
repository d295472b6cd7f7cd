package io.pledge.notifier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
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

    /** Whoever works at the case, otherwise who answers for the unit that holds it. */
    @Nullable
    PersonId inCharge(Ticket ticket) {
        return ticket.assignee() != null ? ticket.assignee() : of(ticket.unit()).orElse(null);
    }

    /** Who is told of a breach: who had the case, the head of the unit that had it and of the one above, the account manager. */
    SequencedSet<PersonId> chain(UnitId unit, @Nullable PersonId holder, @Nullable PersonId accountManager) {
        var chain = new LinkedHashSet<PersonId>();
        Optional.ofNullable(holder).ifPresent(chain::add);
        chain.addAll(upFrom(unit).stream().limit(2).toList());
        Optional.ofNullable(accountManager).ifPresent(chain::add);
        return chain;
    }
}
