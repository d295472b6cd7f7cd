package io.pledge.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;

/**
 * How cases climb by themselves: step by step, each as long after the one before as its chain says. The module above, which
 * knows what the policies say and when people work, answers; always for many cases at once, since after a breakdown these
 * are very many.
 */
public interface Chains {
    /**
     * The step that follows for each case.
     *
     * @param from when it happens; the time to take the case runs from then on
     * @return nothing for a case that climbs no further by itself
     */
    Map<TicketId, Step> next(Collection<Place> places, Instant from);

    /**
     * The step at which cases wait that did not climb by themselves: somebody asked for help, or the customer said no.
     *
     * @param to the units that the cases go to
     * @param from when they go there
     */
    Map<TicketId, Step> raised(Map<TicketId, UnitId> to, Instant from);

    /** The unit to which a case goes at once when it comes in; none where it stays at its home. */
    Optional<UnitId> atIntake(Place place);

    /** Whether a case was handed back so often that the next who asks for help asks one tier further up. */
    boolean bounced(TicketId ticket, int handedBack);

    /**
     * Where a case stands.
     *
     * @param unit the unit that has it
     * @param step the last step it took in its chain, counted from 1; 0 where it has taken none
     */
    record Place(TicketId ticket, UnitId unit, int step) {}

    /**
     * A step up.
     *
     * @param number which of the chain's steps it is, counted from 1
     * @param to the unit that gets the case
     * @param takeBy when the next step follows unless somebody takes the case; null where nothing follows by itself
     */
    record Step(int number, UnitId to, @Nullable Instant takeBy) {}
}
