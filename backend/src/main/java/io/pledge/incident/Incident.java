package io.pledge.incident;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.Severity;

/**
 * A wider fault that many cases are part of. It is no case itself: it has no customer and no promise.
 *
 * @param unit which answers for it, and sees all its cases
 * @param lead who speaks for it
 * @param shown whether customers read of it on the pages of their cases
 * @param resolvedAt when its lead said last that it is solved; null where that was never said
 */
public record Incident(IncidentId id, String english, String chinese, Severity severity, UnitId unit, String unitPath,
        PersonId lead, boolean shown, PersonId declaredBy, Instant declaredAt, @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {

    public boolean open() {
        return closedAt == null;
    }

    /** Its title as somebody reads it. */
    public String title(Locale locale) {
        return Language.of(locale) == Language.ZH ? chinese : english;
    }
}
