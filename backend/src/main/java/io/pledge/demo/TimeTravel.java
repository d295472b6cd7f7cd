package io.pledge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import io.pledge.schedule.Sweeps;

/**
 * Moves the demonstration's clock forward. On the way it stops at every deadline and lets the sweeps do what they would have
 * done then, so that a breach is noticed at its time and cases climb one tier after the other.
 */
@Component
@Profile("demo")
class TimeTravel {
    /** Nobody jumps further in one go; a longer time would only be a typing error. */
    static final Duration FURTHEST = Duration.ofDays(366);
    /** After so many stops the rest is done in one sweep, as after a downtime. */
    private static final int STOPS = 400;
    /** A promise due at this very moment is still running. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final DemoClock clock;
    private final Deadlines deadlines;
    private final Sweeps sweeps;

    TimeTravel(DemoClock clock, Deadlines deadlines, Sweeps sweeps) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.sweeps = sweeps;
    }

    /**
     * Moves on by some time.
     *
     * @return the time it is now
     * @throws NoWayThere for zero, a negative time, or more than a year
     */
    Instant advance(Duration by) {
        return to(clock.instant().plus(by));
    }

    /**
     * Moves on to a moment and does all that was due until then.
     *
     * @return the time it is now
     * @throws NoWayThere where the moment is not ahead, or further than a year
     */
    synchronized Instant to(Instant moment) {
        var now = clock.instant();
        if (!moment.isAfter(now)) {
            throw new NoWayThere("demo.clock.back");
        }
        if (moment.isAfter(now.plus(FURTHEST))) {
            throw new NoWayThere("demo.clock.far");
        }
        sweepTowards(moment);
        clock.forwardTo(moment);
        sweeps.runAll();
        sweeps.runAll();
        return clock.instant();
    }

    private void sweepTowards(Instant moment) {
        var from = clock.instant();
        for (int stops = 0; stops < STOPS; stops++) {
            var due = deadlines.from(from).map(deadline -> stop(deadline.at())).filter(stop -> stop.isBefore(moment));
            if (due.isEmpty()) {
                return;
            }
            from = due.get();
            clock.forwardTo(from);
            sweeps.runAll();
        }
    }

    private Instant stop(Instant due) {
        return due.truncatedTo(ChronoUnit.MILLIS).plus(JUST_AFTER);
    }

    /** The clock cannot go there. */
    static final class NoWayThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param message key of the words that say why */
        NoWayThere(String message) {
            super(message);
        }
    }
}
