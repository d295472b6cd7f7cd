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

    /**
     * A unit to be.
     *
     * @param parent the key of the unit above
     * @param language in which it is written to; among {@code languages}
     * @param supervisor the user name of its head; null while nobody is appointed
     * @param address where it sits, several lines; null where nobody said
     * @param languages in which it serves customers
     * @param products what it serves; none for a unit that is no one product's
     * @param duty the lines of its duty roster, as {@link Duty#line} gives them
     */
    public record PlannedUnit(String key, @Nullable String parent, Tier tier, String name, ZoneId zone, String calendar,
            Locale language, @Nullable String supervisor, @Nullable String address, Set<Locale> languages,
            Set<String> products, Set<String> duty) {

        public PlannedUnit {
            languages = Set.copyOf(languages);
            products = Set.copyOf(products);
            duty = Set.copyOf(duty);
        }

        /** A unit that serves in its own language whatever comes. */
        public PlannedUnit(String key, @Nullable String parent, Tier tier, String name, ZoneId zone, String calendar,
                Locale language, @Nullable String supervisor) {
            this(key, parent, tier, name, zone, calendar, language, supervisor, null, Set.of(language), Set.of(),
                    Set.of());
        }
    }

    /**
     * A person to be.
     *
     * @param unit the key of the unit the person sits in
     * @param skills what the person knows well, in free words
     * @param deputy the user name of who stands in where an absence names nobody; null for the head of the unit
     */
    public record PlannedPerson(String username, String name, @Nullable String email, String unit, Set<Role> roles,
            Locale language, ZoneId zone, Set<String> skills, @Nullable String deputy) {

        public PlannedPerson {
            roles = Set.copyOf(roles);
            skills = Set.copyOf(skills);
        }

        /** A person of whom no skills are known. */
        public PlannedPerson(String username, String name, @Nullable String email, String unit, Set<Role> roles,
                Locale language, ZoneId zone) {
            this(username, name, email, unit, roles, language, zone, Set.of(), null);
        }
    }
}
