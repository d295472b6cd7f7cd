package io.pledge.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import io.pledge.notifications.OutboxRows.Claimed;
import io.pledge.notifications.OutboxRows.Lease;

/**
 * Takes messages out of the outbox and has them sent. A claim is a lease: whoever dies with a claimed message leaves it to be
 * sent again, under the same Message-ID, when the lease has run out.
 */
public class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final OutboxRows rows;
    private final OutboxReadings readings;
    private final Channels channels;
    private final Dispatch dispatch;
    private final TransactionOperations ownTransaction;
    private final Clock clock;
    private final NotificationsProperties properties;
    private final Semaphore lines;
    /** What this process is sending right now: not to be claimed again, however far the clock is moved meanwhile. */
    private final Set<Long> sending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean warned = new AtomicBoolean();

    Delivery(OutboxRows rows, OutboxReadings readings, Channels channels, Dispatch dispatch,
            TransactionOperations ownTransaction, Clock clock, NotificationsProperties properties) {
        this.rows = rows;
        this.readings = readings;
        this.channels = channels;
        this.dispatch = dispatch;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
        this.properties = properties;
        this.lines = new Semaphore(properties.parallel());
    }

    /**
     * Sends what is due. May run in several places at once. Works in transactions of its own: what an open transaction of
     * the caller has queued is not seen.
     *
     * @param now what is due by then is tried
     * @return how many messages were accepted
     */
    public int sweep(Instant now) {
        warnOfMissingChannel();
        var accepted = 0;
        List<Claimed> batch;
        int taken;
        do {
            batch = claim(now, lease -> rows.claimDue(lease, properties.batch()));
            taken = send(batch, now);
            accepted += taken;
            // a batch of which nothing was taken: the server is down, the rest waits for the next sweep
        } while (batch.size() >= properties.batch() && taken > 0);
        return accepted;
    }

    /** Sends those of the given messages that are due, ahead of the sweep. */
    void deliver(List<Long> ids) {
        var now = clock.instant();
        var taken = 1;
        for (var from = 0; from < ids.size() && taken > 0; from += properties.batch()) {
            var some = ids.subList(from, Math.min(ids.size(), from + properties.batch()));
            taken = send(claim(now, lease -> rows.claim(lease, some)), now);
        }
    }

    private List<Claimed> claim(Instant now, Function<Lease, List<Claimed>> claiming) {
        var lease = new Lease(now, now.plus(properties.lease()), channels.carried(), sending.toArray(Long[]::new));
        var claimed = ownTransaction.execute(_ -> claiming.apply(lease));
        return claimed == null ? List.of() : claimed;
    }

    private int send(Collection<Claimed> batch, Instant now) {
        var accepted = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var together : batch.stream().collect(Collectors.groupingBy(Claimed::leader)).values()) {
                threads.submit(() -> accepted.addAndGet(sendOne(together, now)));
            }
        }
        return accepted.get();
    }

    private int sendOne(List<Claimed> together, Instant now) throws InterruptedException {
        var leader = together.getFirst().leader();
        sending.add(leader);
        lines.acquire();
        try {
            return dispatch.send(together, now) ? together.size() : 0;
        } finally {
            lines.release();
            sending.remove(leader);
        }
    }

    private void warnOfMissingChannel() {
        if (!channels.complete() && !warned.get() && readings.waiting(channels.carried()).withoutChannel() > 0
                && warned.compareAndSet(false, true)) {
            log.warn("Messages wait for a channel that is not configured; for mail set spring.mail.host");
        }
    }
}
