package io.pledge.replay;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a row stands in the order of time across incidents.
 *
 * @param line of the file, from 1
 * @param step 0 for the opening of an incident, which comes before the row itself, 1
 */
record Place(Instant at, int line, int step) implements Comparable<Place> {
    static final Place BEFORE_ALL = new Place(Instant.EPOCH, 0, 0);

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::at).thenComparingInt(Place::line)
            .thenComparingInt(Place::step);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
