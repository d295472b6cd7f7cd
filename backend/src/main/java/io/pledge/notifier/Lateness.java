package io.pledge.notifier;

import java.time.Duration;
import java.time.Instant;

/** What is noticed long after it happened comes with much else, as after a breakdown: letters about it are collected. */
final class Lateness {
    private static final Duration LATE = Duration.ofMinutes(5);

    private Lateness() {}

    /** Whether something was noticed so late that letters about it are collected. */
    static boolean of(Instant happened, Instant noticed) {
        return noticed.isAfter(happened.plus(LATE));
    }
}
