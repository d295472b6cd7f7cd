package io.pledge.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the cases of an incident stand, whoever may see them.
 *
 * @param cases all that belong to it, or did when it closed
 * @param open not ended
 * @param asked open, and their customers asked whether it is solved
 * @param no open again since their customers said no
 * @param customers how many customers are concerned; a case of somebody unknown counts as one
 * @param nextDue the first time at which any of the customers is promised something; null where nothing is
 */
public record IncidentCounts(long cases, long open, long asked, long no, long customers, @Nullable Instant nextDue) {

    /** Of an incident without cases. */
    public static final IncidentCounts NONE = new IncidentCounts(0, 0, 0, 0, 0, null);

    /** Those on which somebody still works. */
    public long unsolved() {
        return open - asked;
    }
}
