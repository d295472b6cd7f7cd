package io.pledge.organisation;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One node of the tree of units.
 *
 * @param key what configuration files call it
 * @param path the keys from the top down, such as {@code /hq/central-europe/hamburg/}
 * @param calendar the key of its business calendar
 * @param language in which it is written to
 * @param supervisor the head; absent only while nobody is appointed
 * @param address where it sits; absent where nobody said
 * @param languages in which it serves customers
 * @param products what it serves; none where it is no one product's
 * @param duty the lines of its duty roster
 * @param version counts its changes, so that of two who edit it the second is told
 */
public record ServiceUnit(UnitId id, String key, @Nullable UnitId parent, String path, Tier tier, String name,
        ZoneId zone,
        String calendar, Locale language, @Nullable PersonId supervisor, @Nullable String address,
        Set<Locale> languages,
        Set<String> products, Set<String> duty, int version) {

    /** Whether the other unit is this one or below it. */
    public boolean covers(ServiceUnit other) {
        return other.path.startsWith(path);
    }
}
