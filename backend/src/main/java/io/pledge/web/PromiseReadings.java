package io.pledge.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.pledge.sla.Promise;
import io.pledge.web.view.PromiseReading;

/** How a stored promise reads at a moment. */
public final class PromiseReadings {
    private PromiseReadings() {}

    /** The reading of one promise; what has passed its time reads as broken even before the watch has noticed. */
    public static PromiseReading of(Promise promise, Instant now) {
        String kind = promise.kind().name();
        return switch (promise.state()) {
            case RUNNING -> new PromiseReading.Running(kind, due(promise),
                    Objects.requireNonNullElse(promise.warnAt(), due(promise)), used(promise, now));
            case PAUSED -> new PromiseReading.Paused(kind,
                    Duration.ofSeconds(promise.remaining() == null ? 0 : promise.remaining().seconds()));
            case KEPT -> new PromiseReading.Kept(kind, promise.dueAt() == null ? outcome(promise) : due(promise),
                    outcome(promise));
            case BROKEN -> promise.outcomeAt() == null
                    ? new PromiseReading.Broken(kind, due(promise))
                    : new PromiseReading.Late(kind, due(promise), outcome(promise));
            case SUPERSEDED ->
                new PromiseReading.Moved(kind, promise.dueAt() == null ? outcome(promise) : due(promise));
            case WITHDRAWN -> new PromiseReading.Withdrawn(kind);
        };
    }

    private static double used(Promise promise, Instant now) {
        double whole = Duration.between(promise.madeAt(), due(promise)).toMillis();
        double gone = Duration.between(promise.madeAt(), now).toMillis();
        return whole <= 0 ? 1 : Math.clamp(gone / whole, 0, 1);
    }

    private static Instant due(Promise promise) {
        return Objects.requireNonNull(promise.dueAt());
    }

    private static Instant outcome(Promise promise) {
        return Objects.requireNonNull(promise.outcomeAt());
    }
}
