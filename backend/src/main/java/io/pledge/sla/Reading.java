package io.pledge.sla;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;

/**
 * Where one promise stands at a moment, computed from its ticket's events.
 *
 * @param sequence counts the promises of a kind on one ticket, from 1
 * @param line the line of the policies under whose terms it was made
 * @param dueAt null while it is paused, and where it was settled while it was; a kept resolution has the time that was promised when it
 *     was solved
 * @param countsAt in which period it counts: by its due time, or, while the customer is asked, by the one it had when it was solved;
 *     settled without any, when it was settled; null while it is on hold
 * @param warnAt when the watch warns; null while it is paused before the warning
 * @param outcomeAt when it was kept, superseded or withdrawn, or, broken, answered late; null while nothing was heard
 * @param breachedAt the due time, where it passed without an answer
 * @param remaining working time left, null once it is settled
 * @param ahead how far its time is used up, counted in notices of the chain
 * @param explicit whether a person named the time
 * @param unconfirmed whether the customer never said yes to the resolution that settled it
 * @param voided whether the closing that settled it was undone by a reopening
 */
public record Reading(PromiseKind kind, int sequence, String line, Instant madeAt, @Nullable Instant dueAt,
        @Nullable Instant countsAt,
        @Nullable Instant warnAt,
        PromiseState state, @Nullable Instant outcomeAt, @Nullable Instant breachedAt, WorkingTime used,
        @Nullable WorkingTime remaining, Ahead ahead, boolean explicit, boolean unconfirmed, boolean voided) {

    /** Whether the customer still waits for what was promised. */
    public boolean unanswered() {
        return outcomeAt == null && (state == PromiseState.RUNNING || state == PromiseState.BROKEN);
    }
}
