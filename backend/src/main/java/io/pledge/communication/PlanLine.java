package io.pledge.communication;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContactId;
import io.pledge.customer.ContactLevel;
import io.pledge.ticket.Severity;

/**
 * One line of a communication plan.
 *
 * @param level all contacts of this level; null where the line names one
 * @param contact the one contact; null where the line is about a level
 * @param from the least severity of which they hear: {@code MINOR} means all
 * @param confirms whether they say that they have read what they were written
 * @param answers whether they may say that it is solved, or is not
 */
public record PlanLine(@Nullable ContactLevel level, @Nullable ContactId contact, Set<Occasion> occasions, Way way,
        Severity from, boolean confirms, boolean answers) {

    public PlanLine {
        occasions = occasions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(occasions));
    }

    /** Whether the line is about one of these, in a case so severe. */
    public boolean covers(Set<Occasion> some, Severity severity) {
        return severity.compareTo(from) <= 0 && !Collections.disjoint(occasions, some);
    }

    /** Whether the line speaks of a case so severe. */
    boolean speaksOf(Severity severity) {
        return severity.compareTo(from) <= 0;
    }

    /** Whether both say of the same people that they hear of something the same way. */
    boolean repeats(PlanLine other) {
        return level == other.level && java.util.Objects.equals(contact, other.contact) && way == other.way
                && !Collections.disjoint(occasions, other.occasions);
    }
}
