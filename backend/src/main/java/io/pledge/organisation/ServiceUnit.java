package io.pledge.organisation;

import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One node of the tree of units.
 *
 * @param key what configuration files call it
 * @param path the keys from the top down, such as {@code /hq/central-europe/hamburg/}
 * @param calendar the key of its business calendar
 * @param supervisor the head; absent only while nobody is appointed
 */
public record ServiceUnit(UnitId id, String key, @Nullable UnitId parent, String path, Tier tier, String name,
        ZoneId zone,
        String calendar, Locale language, @Nullable PersonId supervisor) {

    /** Whether the other unit is this one or below it. */
    public boolean covers(ServiceUnit other) {
        return other.path.startsWith(path);
    }
}
