package io.pledge.organisation;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff, and in which language and time zone they read.
 *
 * @param skills what they know well, in free words
 * @param deputy who stands in where an absence names nobody; null for the head of the unit
 * @param version counts the changes, so that of two who edit it the second is told
 */
public record Person(PersonId id, String username, String name, @Nullable String email, UnitId unit, Set<Role> roles,
        Locale language, ZoneId zone, Set<String> skills, @Nullable PersonId deputy, int version) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }
}
