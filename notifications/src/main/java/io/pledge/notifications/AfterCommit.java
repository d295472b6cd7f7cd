package io.pledge.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Delivers what a transaction queued as soon as it has committed, on a virtual thread. The committing thread waits a little
 * for it, so that the page shown next already knows the acceptance; what takes longer goes on without it.
 */
class AfterCommit {
    private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);

    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());
    private final NotificationsProperties properties;
    private final Semaphore waiters;
    private final Consumer<List<Long>> delivery;

    AfterCommit(NotificationsProperties properties, Consumer<List<Long>> delivery) {
        this.properties = properties;
        this.waiters = new Semaphore(properties.waiters());
        this.delivery = delivery;
    }

    /** Has this message delivered once the running transaction, which queued it, has committed. */
    void deliver(long id) {
        if (properties.immediate()) {
            queuedHere().ids.add(id);
        }
    }

    private Queued queuedHere() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Queued queued) {
            return queued;
        }
        var queued = new Queued();
        TransactionSynchronizationManager.bindResource(this, queued);
        TransactionSynchronizationManager.registerSynchronization(queued);
        return queued;
    }

    private void start(List<Long> ids) {
        var delivered = threads.submit(() -> delivery.accept(ids));
        // a transaction that queued more than a page ever does has nobody who waits for a page
        if (properties.patience().isPositive() && ids.size() <= properties.batch() && waiters.tryAcquire()) {
            try {
                await(delivered);
            } finally {
                waiters.release();
            }
        }
    }

    private void await(Future<?> delivered) {
        try {
            delivered.get(properties.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            log.debug("Delivery takes longer than {}, it goes on in the background", properties.patience());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            // the messages stay in the outbox, where the sweep finds them
            log.warn("Delivery after commit failed", failed.getCause());
        }
    }

    /** Lets what is being sent come to its end; what does not is sent again when its lease has run out. */
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(properties.mailTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    /** What one transaction has queued. */
    private final class Queued implements TransactionSynchronization {
        private final List<Long> ids = new ArrayList<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AfterCommit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AfterCommit.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(AfterCommit.this);
        }

        @Override
        public void afterCommit() {
            start(List.copyOf(ids));
        }
    }
}
