package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.ticket.TicketId;

/**
 * How a promise came to its time: what was promised by which line, and each part of its life that counted or was left out.
 *
 * @param reading where the promise stands
 * @param terms under which it was made
 * @param because what the line asked for and the ticket had, by what was asked (level, customer, kind, severity, tier);
 *     empty for the line that takes everybody
 * @param legs what happened to its clock, in order; the used time of a promise is the working time of the legs that count,
 *     and what a promise before it had used
 * @param changes other terms that came to hold for it, in order
 * @param usedBefore working time that an earlier promise of the same kind had used up, or the same one in another ticket
 * @param takenFrom the ticket in which it was made, which goes on in this one; null where it was made here
 */
public record Explanation(Reading reading, Terms terms, Map<String, List<String>> because, List<Leg> legs,
        List<Change> changes, WorkingTime usedBefore, @Nullable TicketId takenFrom) {

    /**
     * Other terms that hold from a moment on.
     *
     * @param why null in a simulation
     */
    public record Change(Instant at, Target target, Terms terms, @Nullable TermsChange why) {}

    Explanation because(Map<String, List<String>> asked) {
        return new Explanation(reading, terms, asked, legs, changes, usedBefore, takenFrom);
    }

    /** The allowance and calendar under which the promise was made. */
    public Target madeFor() {
        return legs.isEmpty() || !changes.isEmpty()
                ? terms.targets().getOrDefault(reading.kind(), terms.targets().get(PromiseKind.PROGRESS))
                : legs.getFirst().target();
    }
}
