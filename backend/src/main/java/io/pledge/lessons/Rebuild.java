package io.pledge.lessons;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * A building of the search index from the database.
 *
 * @param askedBy null where Pledge itself found that there was no index
 * @param documents how many entries were written so far
 */
public record Rebuild(Instant askedAt, @Nullable PersonId askedBy, @Nullable Instant startedAt,
        @Nullable Instant finishedAt, long documents, @Nullable String failure) {}
