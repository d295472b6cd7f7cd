package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.Stretch;
import io.pledge.calendar.WorkingTime;

/**
 * A part of a promise's life through which one thing held: its clock ran under the same terms, or it stood still.
 *
 * @param from when the part began
 * @param to when it ended
 * @param target allowance and calendar that held then
 * @param terms the policy line and its version behind them
 * @param pause why its time is left out; null where it counts
 */
public record Leg(Instant from, Instant to, Target target, Terms terms, @Nullable Pause pause) {

    /** Why the clock of a promise stood still. */
    public enum Pause {
        /** The case waited for the customer. */
        HELD,
        /** It was resolved, and the customer had not answered yet. */
        RESOLVED
    }

    /** Whether the working time of this part was used up. */
    public boolean counts() {
        return pause == null;
    }

    /** The open hours within this part, in order, cut at both ends. */
    public List<Stretch> stretches() {
        return target.calendar().stretches(from, to);
    }

    /** The working time within this part, whether it counts or not. */
    public WorkingTime working() {
        return target.calendar().between(from, to);
    }
}
