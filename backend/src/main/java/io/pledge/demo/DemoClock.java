package io.pledge.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demonstration's time: the real one, moved forward by what the database says, in milliseconds. All nodes on one database
 * read it from there twice a second, so that none is behind for long.
 */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(DemoClock.class);
    private static final Duration REFRESH = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final Clock real = Clock.tickMillis(ZoneOffset.UTC);
    private final ScheduledExecutorService refresh = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo-clock").factory());
    private volatile Duration ahead;
    /** The moment that is being told of while the demonstration's past is written. */
    private volatile @Nullable Instant told;

    DemoClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.ahead = stored();
        refresh.scheduleWithFixedDelay(this::refresh, REFRESH.toMillis(), REFRESH.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Instant instant() {
        var moment = told;
        return moment != null ? moment : real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new InZone(this, zone);
    }

    /**
     * Moves the time of all nodes forward. To a moment that has passed already it does nothing: another node may have been
     * quicker.
     */
    void forwardTo(Instant moment) {
        var exact = moment.truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("update demo_clock set offset_ms = greatest(offset_ms, :offset)")
                .param("offset", Duration.between(real.instant(), exact).toMillis()).update();
        ahead = stored();
    }

    /** Tells of the past: until {@link #present()} the time stands where it is put. */
    void tell(Instant moment) {
        told = moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Back from telling of the past. */
    void present() {
        told = null;
    }

    private Duration stored() {
        return Duration.ofMillis(jdbc.sql("select offset_ms from demo_clock").query(Long.class).single());
    }

    /** Reads how far the time is ahead; another node may have moved it. */
    void refresh() {
        try {
            ahead = stored();
        } catch (RuntimeException unreachable) {
            log.debug("The demonstration's clock could not be read and goes on as it was", unreachable);
        }
    }

    @Override
    public void destroy() {
        refresh.shutdownNow();
    }

    /** The same time, named by another zone. */
    private static final class InZone extends Clock {
        private final Clock time;
        private final ZoneId zone;

        InZone(Clock time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(time, other);
        }

        @Override
        public Instant instant() {
            return time.instant();
        }
    }
}
