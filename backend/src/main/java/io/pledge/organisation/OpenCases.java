package io.pledge.organisation;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What units and people still have in hand. Whoever keeps cases says so, since nothing they refer to may vanish. */
public interface OpenCases {
    /** How many open cases lie with each; units without any may be left out. */
    Map<UnitId, Long> with(Collection<UnitId> units);

    /**
     * Gives the open cases of somebody who leaves back to the queues of their units, in the caller's transaction.
     *
     * @param by who had the person leave; null where the operator's file did
     * @return how many
     */
    long giveBack(PersonId person, @Nullable PersonId by);
}
