package io.pledge.replay;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;

/**
 * Where an incident of the log stands in the replay.
 *
 * @param unit the unit that has the case
 * @param state the last state that was brought over
 * @param team the last team that the log named
 * @param untaken whether nobody of the unit has taken the case yet
 * @param last the last row that was driven
 */
record Standing(String incident, TicketId ticket, UnitId unit, LogState state, @Nullable String team,
        Severity severity, boolean untaken, Place last) {

    Standing in(LogState now) {
        return new Standing(incident, ticket, unit, now, team, severity, untaken, last);
    }

    Standing at(UnitId now, @Nullable String by, boolean waits) {
        return new Standing(incident, ticket, now, state, by, severity, waits, last);
    }

    Standing taken() {
        return new Standing(incident, ticket, unit, state, team, severity, false, last);
    }

    Standing after(LogRow row) {
        return new Standing(incident, ticket, unit, state, team, row.severity(), untaken, row.place());
    }
}
