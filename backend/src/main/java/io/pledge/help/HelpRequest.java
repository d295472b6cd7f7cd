package io.pledge.help;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * A piece of help that one unit asked of another.
 *
 * @param person who of the unit is asked; null for whoever is there
 * @param from the unit of whoever asked
 * @param tried what was tried before; null where that was not said
 * @param dueAt by when it is to be answered
 * @param outcome null while it is open
 * @param endedBy who answered, declined or withdrew it; null where the case ended, or while it is open
 * @param words the answer, or why it was declined; null otherwise
 */
public record HelpRequest(long id, TicketId ticket, UnitId unit, String unitPath, @Nullable PersonId person,
        PersonId askedBy, UnitId from, String question, @Nullable String tried, Instant askedAt, Instant dueAt,
        @Nullable PersonId takenBy, @Nullable Instant takenAt, @Nullable Outcome outcome, @Nullable PersonId endedBy,
        @Nullable Instant endedAt, @Nullable String words) {

    /** What became of it. */
    public enum Outcome {
        ANSWERED, DECLINED, WITHDRAWN
    }

    public boolean open() {
        return outcome == null;
    }

    /** Whether it was, or is, not over in time. */
    public boolean late(Instant now) {
        return (endedAt == null ? now : endedAt).isAfter(dueAt);
    }
}
