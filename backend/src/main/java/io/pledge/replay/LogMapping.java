package io.pledge.replay;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.Tier;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/**
 * How a log is read.
 *
 * @param unknown the text by which the log says that it does not know something
 * @param intake key of the unit at which every case comes in
 * @param units each after the one above it
 */
record LogMapping(Owner owner, ZoneId zone, DateTimeFormatter date, @Nullable String unknown, Columns columns,
        TicketKind kind, Map<String, Severity> severities, Map<String, LogState> states, String intake,
        List<Unit> units) {

    /** Whose cases the log becomes. */
    record Owner(String key, String name, String site, String contact, Locale language) {}

    /** Names of columns; those that may be left out are null. */
    record Columns(String incident, String state, String at, @Nullable String opened, String team,
            @Nullable String severity, @Nullable String caller, @Nullable String place, List<String> subject) {}

    /** @param teams the teams of the log that sit in this unit */
    record Unit(String key, @Nullable String parent, Tier tier, String name, List<String> teams) {}

    /** The unit in which a team of the log sits. */
    Optional<Unit> unitOf(String team) {
        return units.stream().filter(unit -> unit.teams.contains(team)).findFirst();
    }
}
