package io.pledge.calendar;

import java.util.Arrays;

/** A growing list of half-open spans of seconds of the epoch, with the few set operations that calendars need. */
final class Seconds {
    static final Seconds NONE = new Seconds();

    private static final int SMALL = 8;

    private long[] bounds = new long[0];
    private int size;

    /** Appends a span; one that does not go forward (both ends fell into a gap) is nothing. */
    void put(long from, long to) {
        if (from >= to) {
            return;
        }
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(SMALL, size * 2));
        }
        bounds[size++] = from;
        bounds[size++] = to;
    }

    void putAll(Seconds other) {
        for (int i = 0; i < other.count(); i++) {
            put(other.from(i), other.to(i));
        }
    }

    int count() {
        return size / 2;
    }

    long from(int index) {
        return bounds[2 * index];
    }

    long to(int index) {
        return bounds[2 * index + 1];
    }

    /** The same seconds in order, spans that touch or overlap made one. */
    Seconds union() {
        Seconds result = new Seconds();
        for (int index : inOrder()) {
            if (result.size > 0 && from(index) <= result.bounds[result.size - 1]) {
                result.bounds[result.size - 1] = Math.max(result.bounds[result.size - 1], to(index));
            } else {
                result.put(from(index), to(index));
            }
        }
        return result;
    }

    /** These seconds without those of another; both as {@link #union()} gives them. */
    Seconds minus(Seconds other) {
        Seconds result = this;
        for (int i = 0; i < other.count(); i++) {
            result = result.without(other.from(i), other.to(i));
        }
        return result;
    }

    /** These seconds as far as they lie between two instants. */
    Seconds between(long start, long end) {
        Seconds result = new Seconds();
        for (int i = 0; i < count(); i++) {
            result.put(Math.max(from(i), start), Math.min(to(i), end));
        }
        return result;
    }

    private Seconds without(long start, long end) {
        Seconds result = new Seconds();
        for (int i = 0; i < count(); i++) {
            result.put(from(i), Math.min(to(i), start));
            result.put(Math.max(from(i), end), to(i));
        }
        return result;
    }

    private Integer[] inOrder() {
        Integer[] order = new Integer[count()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(from(a), from(b)));
        return order;
    }
}
