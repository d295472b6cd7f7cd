package io.pledge.visit;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/**
 * One visit, or one time of it where it was moved.
 *
 * @param engineer who travels; null where an arrival was told and nobody said whose
 * @param window when; null where it was not planned
 * @param zone of the site
 * @param place where, in words; null where nobody said
 * @param purpose what for, as the customer reads it; null where nobody said
 * @param plannedBy who planned it or told of it
 * @param confirmedAt since when the customer agrees; null where they do not or were not asked
 * @param confirmedBy who of the staff heard the yes; null where the customer said it on their page
 * @param askedMessage the message in which the customer asks for another time; null where they do not
 * @param travellingAt since when the engineer is on the way; null where that was not told
 * @param spot where the phone was at the arrival; null where it did not say
 * @param leftAt null while the engineer is there, and where it was never told
 * @param signedBy who of the customer confirmed the work on site
 * @param end how it ended before it took place; null where it did not
 */
public record Visit(VisitId id, TicketId ticket, @Nullable PersonId engineer, VisitState state,
        @Nullable Window window, ZoneId zone, @Nullable String place, @Nullable String purpose,
        @Nullable PersonId plannedBy, Instant plannedAt, @Nullable Instant confirmedAt, @Nullable PersonId confirmedBy,
        @Nullable Long askedMessage, @Nullable Instant travellingAt, @Nullable Instant arrivedAt, @Nullable Spot spot,
        @Nullable Instant leftAt, @Nullable String signedBy, @Nullable End end) {

    /**
     * The end of a visit, or of one time of it, that did not take place.
     *
     * @param by who of the staff ended it; null where it ended with its case
     * @param reason in words; null where it ended with its case, and where it was moved
     * @param movedTo the time that counts instead; null where it was cancelled
     */
    public record End(Instant at, @Nullable PersonId by, @Nullable String reason, @Nullable VisitId movedTo) {}

    /** Whether this person travels. */
    public boolean isOf(PersonId person) {
        return person.equals(engineer);
    }

    /** When it begins or began: as planned, else when the engineer arrived. */
    public Instant begins() {
        if (window != null) {
            return window.from();
        }
        return arrivedAt == null ? plannedAt : arrivedAt;
    }
}
