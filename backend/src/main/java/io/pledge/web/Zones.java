package io.pledge.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Time zones as browsers name them. */
public final class Zones {
    private Zones() {}

    /** A zone of the zone database; empty for anything else, since only such a zone knows when its clocks change. */
    public static Optional<ZoneId> read(@Nullable String name) {
        try {
            return Optional.ofNullable(name).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
