package io.pledge.organisation;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the tables in line with a plan: inserts what is missing, updates what changed, retires what vanished. Doing it twice changes nothing. */
@Component
public class OrganisationImport {
    private final Amendments amendments;
    private final OrganisationRows rows;
    private final Clock clock;

    OrganisationImport(Amendments amendments, OrganisationRows rows, Clock clock) {
        this.amendments = amendments;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Applies a plan whole or not at all. Two nodes starting together take turns.
     *
     * @param origin who brings the plan; only rows of the same origin are retired
     */
    @Transactional
    public void apply(String origin, OrganisationPlan plan) {
        apply(origin, plan, null);
    }

    /** What the tables hold, which nobody else changes before this transaction is through. */
    Directory begin() {
        return amendments.begin();
    }

    /** Who brought a unit or a person in. */
    String origin(Subject subject) {
        return rows.origin(subject);
    }

    void apply(String origin, OrganisationPlan plan, @Nullable PersonId by) {
        var before = amendments.begin();
        plan.units().forEach(unit -> rows.put(origin, unit));
        plan.people().forEach(person -> rows.put(origin, person));
        plan.people().forEach(rows::name);
        plan.units().forEach(rows::appoint);
        rows.retireOthers(origin, plan, clock.instant());
        amendments.end(before, origin, by);
    }
}
