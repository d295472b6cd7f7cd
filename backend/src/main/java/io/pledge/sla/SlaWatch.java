package io.pledge.sla;

import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watches the promises and the budgets of the tiers: whatever reached its warning or its due time, or was overrun, is
 * recorded and announced, in batches that several nodes can share. What fell due while nothing watched is found by the
 * next sweep, with its due time.
 */
@Component
public class SlaWatch {
    private static final int BATCH = 200;

    private final TicketPromises promises;

    SlaWatch(TicketPromises promises) {
        this.promises = promises;
    }

    /**
     * One batch of what is due.
     *
     * @param now the moment of looking; a promise due at this very moment is still running
     * @return how many tickets were due; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        return promises.timePassed(now, BATCH);
    }
}
