package io.pledge.organisation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Units and people as they should be.
 *
 * @param units each after the one it names as its parent
 */
public record OrganisationPlan(List<PlannedUnit> units, List<PlannedPerson> people) {

    public OrganisationPlan {
        units = List.copyOf(units);
        people = List.copyOf(people);
    }

    /** @param parent the key of the unit above; @param supervisor the user name of its head */
    public record PlannedUnit(String key, @Nullable String parent, Tier tier, String name, ZoneId zone, String calendar,
            Locale language, @Nullable String supervisor) {}

    /** @param unit the key of the unit the person sits in */
    public record PlannedPerson(String username, String name, @Nullable String email, String unit, Set<Role> roles,
            Locale language, ZoneId zone) {}
}
