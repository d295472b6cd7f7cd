package io.pledge.quality;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * What somebody found responsible says against a ruling.
 *
 * @param decision null while it is open
 */
public record Appeal(long id, Ruling ruling, PersonId by, String grounds, Instant filedAt, Instant decideBy,
        @Nullable Decision decision) {

    /**
     * What became of it.
     *
     * @param granted whether the ruling fell
     * @param sameOfficer why the officer who ruled decided as well; null where it was another
     */
    public record Decision(boolean granted, String reasoning, @Nullable String sameOfficer, PersonId by, Instant at) {}
}
