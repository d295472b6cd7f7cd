package io.pledge.replay;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.Severity;

/**
 * One row of the log, in this project's words.
 *
 * @param team null where the log does not know it
 * @param subject what the incident is about
 */
record LogRow(Place place, String incident, LogState state, @Nullable String team, Severity severity,
        @Nullable String caller, @Nullable String site, String subject) {

    boolean opening() {
        return place.step() == 0;
    }

    Instant at() {
        return place.at();
    }

    int line() {
        return place.line();
    }
}
