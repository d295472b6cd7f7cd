package io.pledge.calendar;

/**
 * An amount of working time: seconds that count only while a calendar is open. It is a type of its own, and never a
 * {@link java.time.Duration}, so that working time and time on the wall clock cannot be mixed up.
 *
 * @param seconds the amount in seconds; negative for what was overdrawn
 */
public record WorkingTime(long seconds) implements Comparable<WorkingTime> {
    /** No working time. */
    public static final WorkingTime ZERO = new WorkingTime(0);

    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3600;

    public static WorkingTime ofSeconds(long seconds) {
        return seconds == 0 ? ZERO : new WorkingTime(seconds);
    }

    public static WorkingTime ofMinutes(long minutes) {
        return ofSeconds(Math.multiplyExact(minutes, SECONDS_PER_MINUTE));
    }

    public static WorkingTime ofHours(long hours) {
        return ofSeconds(Math.multiplyExact(hours, SECONDS_PER_HOUR));
    }

    public WorkingTime plus(WorkingTime other) {
        return ofSeconds(Math.addExact(seconds, other.seconds));
    }

    public WorkingTime minus(WorkingTime other) {
        return ofSeconds(Math.subtractExact(seconds, other.seconds));
    }

    public boolean isZero() {
        return seconds == 0;
    }

    public boolean isNegative() {
        return seconds < 0;
    }

    /**
     * A share of this amount, rounded to the nearest second, such as the 75 % after which a promise warns.
     *
     * @param share the share, 0.75 for three quarters; neither negative nor infinite
     */
    public WorkingTime share(double share) {
        if (!(share >= 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("A share is a number from 0 on, not " + share);
        }
        return ofSeconds(Math.round(seconds * share));
    }

    @Override
    public int compareTo(WorkingTime other) {
        return Long.compare(seconds, other.seconds);
    }

    /** Hours, minutes and seconds, such as {@code 120:30:00}; for logs and tests, not for people. */
    @Override
    public String toString() {
        long size = Math.abs(seconds);
        return "%s%d:%02d:%02d".formatted(isNegative() ? "-" : "", size / SECONDS_PER_HOUR,
                size / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE, size % SECONDS_PER_MINUTE);
    }
}
