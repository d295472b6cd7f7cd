package io.pledge.sla;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * A promise to a customer as it stands in the ledger.
 *
 * @param sequence counts the promises of a kind on one ticket, from 1
 * @param dueAt null while it is paused, and where it was settled on hold
 * @param countsAt in which period it counts, as {@link Reading#countsAt} says
 * @param outcomeAt when it was kept, superseded or withdrawn, or, broken, answered late; null while nothing was heard
 * @param breachedAt the due time, where it passed unanswered
 * @param detectedAt when the watch or an answer noticed the breach
 * @param aheadTold of how many notices of the chain people were told, before it was due
 * @param aheadAt when the next one is due; null where there is none, or its clock stands still
 * @param notifiedAt when those concerned were told of the breach
 * @param voided whether the closing that settled it was undone by a reopening
 * @param credit whose it is: who held the ticket at the due time of a broken one, at the keeping of a kept one, and who
 *     holds it now for a running one
 * @param policyLine name of the policy line it was made by
 */
public record Promise(TicketId ticket, PromiseKind kind, int sequence, PromiseState state, boolean explicit,
        boolean unconfirmed, boolean voided, Instant madeAt, @Nullable Instant dueAt, @Nullable Instant countsAt,
        @Nullable Instant warnAt,
        @Nullable Instant outcomeAt, @Nullable Instant breachedAt, @Nullable Instant warnedAt,
        @Nullable Instant detectedAt, int aheadTold, @Nullable Instant aheadAt, @Nullable Instant notifiedAt,
        WorkingTime used,
        @Nullable WorkingTime remaining, Holder credit, String policyLine) {

    /** Whether the customer still waits for what was promised, in time or not. */
    public boolean unanswered() {
        return outcomeAt == null && (state == PromiseState.RUNNING || state == PromiseState.BROKEN);
    }

    /** Whether the promised time passed and the answer came after it. */
    public boolean answeredLate() {
        return state == PromiseState.BROKEN && outcomeAt != null;
    }

    /**
     * Who has a ticket.
     *
     * @param unitPath the unit's path at that time, since units move
     * @param person who had taken it, otherwise the unit's head
     */
    public record Holder(UnitId unit, String unitPath, Tier tier, @Nullable PersonId person) {}
}
