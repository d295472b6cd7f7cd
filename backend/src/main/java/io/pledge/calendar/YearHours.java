package io.pledge.calendar;

import java.util.Arrays;

/**
 * The open stretches of one calendar year with their running sums, so that a position in the year is found by a binary
 * search. Years meet without gap or overlap. All values are seconds; instants are seconds of the epoch.
 */
final class YearHours {
    private final long start;
    private final long end;
    private final long[] from;
    private final long[] to;
    private final long[] before;
    private final long total;

    YearHours(long start, long end, Seconds open) {
        this.start = start;
        this.end = end;
        int count = open.count();
        from = new long[count];
        to = new long[count];
        before = new long[count];
        long sum = 0;
        for (int i = 0; i < count; i++) {
            from[i] = open.from(i);
            to[i] = open.to(i);
            before[i] = sum;
            sum += to[i] - from[i];
        }
        total = sum;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    long total() {
        return total;
    }

    int count() {
        return from.length;
    }

    long from(int index) {
        return from[index];
    }

    long to(int index) {
        return to[index];
    }

    /** The last stretch that opens at or before a second, or -1. */
    int lastOpenedBy(long second) {
        int found = Arrays.binarySearch(from, second);
        return found >= 0 ? found : -found - 2;
    }

    boolean isOpen(long second) {
        int index = lastOpenedBy(second);
        return index >= 0 && second < to[index];
    }

    /** How many open seconds of the year have passed at a second. */
    long passedAt(long second) {
        int index = lastOpenedBy(second);
        return index < 0 ? 0 : before[index] + Math.min(second, to[index]) - from[index];
    }

    /** The earliest second at which so many open seconds have passed: at a closing, the closing. From 1 to the total. */
    long firstSecondWith(long passed) {
        return secondIn(indexWith(passed - 1), passed);
    }

    /** The latest second at which so many open seconds have passed: at a closing, the next opening. Below the total. */
    long lastSecondWith(long passed) {
        return secondIn(indexWith(passed), passed);
    }

    /** Adds the stretches, as far as they lie between two seconds. */
    void putInto(Seconds seconds, long start, long end) {
        for (int i = Math.max(0, lastOpenedBy(start)); i < from.length && from[i] < end; i++) {
            seconds.put(Math.max(from[i], start), Math.min(to[i], end));
        }
    }

    private int indexWith(long passed) {
        int found = Arrays.binarySearch(before, passed);
        return found >= 0 ? found : -found - 2;
    }

    private long secondIn(int index, long passed) {
        return from[index] + passed - before[index];
    }
}
