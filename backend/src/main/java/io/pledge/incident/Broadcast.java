package io.pledge.incident;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * A letter on its way to the cases of an incident.
 *
 * @param ways how many cases it has reached, or not
 */
public record Broadcast(long id, IncidentId incident, Letter.Kind kind, @Nullable Instant nextWordAt, PersonId by,
        Instant at, Map<Language, Words> words, Map<Way, Long> ways) {

    /** What became of it for one case. */
    public enum Way {
        /** Not written yet. */
        WAITING,
        /** Written into the case. */
        SENT,
        /** The case had ended, was resolved or had left the incident before its turn came. */
        LEFT_OUT,
        /** It could not be written. */
        FAILED
    }

    public long of(Way way) {
        return ways.getOrDefault(way, 0L);
    }

    public long all() {
        return ways.values().stream().mapToLong(Long::longValue).sum();
    }
}
