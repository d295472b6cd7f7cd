package io.pledge.report;

import java.util.Collection;

/**
 * Promises that fell due, counted by what became of them. {@code broken = late + overdue}, and the kept share is
 * kept / (kept + broken): open breaches count.
 *
 * @param kept kept in time, with the customer's yes where one is asked for
 * @param late broken, answered late
 * @param overdue broken, and the customer still waits
 * @param running their time has not come; counted beside
 * @param moved moved in time by agreement; counted beside
 * @param unconfirmed in time, and settled by the customer's silence; counted beside
 */
public record Counted(long kept, long late, long overdue, long running, long moved,
        long unconfirmed) {
    static final Counted NONE = new Counted(0, 0, 0, 0, 0, 0);

    public long broken() {
        return late + overdue;
    }

    /** All whose time has come. */
    public long due() {
        return kept + broken();
    }

    /** Share of those kept, from 0 to 1; 1 where nothing fell due. */
    public double share() {
        return due() == 0 ? 1 : (double) kept / due();
    }

    Counted plus(Counted other) {
        return new Counted(kept + other.kept, late + other.late, overdue + other.overdue, running + other.running,
                moved + other.moved, unconfirmed + other.unconfirmed);
    }

    /** The sum of counts that do not overlap. */
    public static Counted sum(Collection<Counted> parts) {
        return parts.stream().reduce(NONE, Counted::plus);
    }
}
