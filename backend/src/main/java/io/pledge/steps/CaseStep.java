package io.pledge.steps;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * A step of a case.
 *
 * @param unit the named unit that does it; null where it is somebody else
 * @param readyAt since when it can be done; null while it waits
 * @param dueAt by when it is to be done; null where it has no time or waits
 * @param values what was written into it, by field
 */
public record CaseStep(long id, TicketId ticket, StepDefinition definition, StepState state, @Nullable UnitId unit,
        @Nullable Instant readyAt, @Nullable Instant dueAt, @Nullable Instant doneAt, @Nullable PersonId doneBy,
        Map<String, String> values) {
    public CaseStep {
        values = Map.copyOf(values);
    }

    public String key() {
        return definition.key();
    }

    /** The steps that have to be over before this one can be done. */
    public List<String> waitsFor() {
        return Progress.waitsFor(definition);
    }

    /** Whether its time has passed and it is not done. */
    public boolean overdue(Instant now) {
        return state == StepState.OPEN && dueAt != null && !now.isBefore(dueAt);
    }
}
