package io.pledge.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import io.pledge.notifications.OutboxRows.Claimed;

/** Hands one claimed message, or one digest, to its channel and records what the channel said. */
class Dispatch {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final OutboxRows rows;
    private final Channels channels;
    private final TransactionOperations ownTransaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final NotificationsProperties properties;

    Dispatch(OutboxRows rows, Channels channels, TransactionOperations ownTransaction,
            ApplicationEventPublisher events, Clock clock, NotificationsProperties properties) {
        this.rows = rows;
        this.channels = channels;
        this.ownTransaction = ownTransaction;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Sends messages that were claimed together as one; the first leads.
     *
     * @return whether they are accepted
     */
    boolean send(List<Claimed> together, Instant now) {
        var leader = together.getFirst();
        if (leader.acceptedAt() != null) {
            return recordAcceptance(leader, leader.acceptedAt(), now);
        }
        return switch (channels.deliver(Digest.of(together.stream().map(Claimed::message).toList()))) {
            case Acceptance.Accepted() -> recordAcceptance(leader, clock.instant(), now);
            case Acceptance.TryLater(var reason) -> tryLater(leader, reason, now);
            case Acceptance.Refused(var reason) -> recordRefusal(leader, reason, now);
        };
    }

    private boolean recordAcceptance(Claimed leader, Instant acceptedAt, Instant now) {
        try {
            ownTransaction.executeWithoutResult(
                    _ -> announce(rows.accepted(leader.id(), acceptedAt)));
            return true;
        } catch (RuntimeException failed) {
            // somebody who listens failed: the recording is tried again, the recipient is not told twice
            log.error("Message {} was accepted, but recording it failed", leader.message().messageId(), failed);
            ownTransaction.executeWithoutResult(_ -> rows.acceptedButUnrecorded(leader, acceptedAt,
                    Columns.brief(String.valueOf(failed)), nextAttempt(leader, now)));
            return false;
        }
    }

    private void announce(List<MessageAccepted> accepted) {
        if (!accepted.isEmpty()) {
            events.publishEvent(new MessagesAccepted(accepted));
        }
    }

    private boolean tryLater(Claimed leader, String reason, Instant now) {
        log.info("Message {} waits, attempt {}: {}", leader.message().messageId(), leader.attempts(), reason);
        ownTransaction
                .executeWithoutResult(_ -> rows.tryLater(leader, Columns.brief(reason), nextAttempt(leader, now)));
        return false;
    }

    private boolean recordRefusal(Claimed leader, String reason, Instant now) {
        log.warn("Message {} was refused: {}", leader.message().messageId(), reason);
        try {
            ownTransaction.executeWithoutResult(
                    _ -> rows.refused(leader.id(), Columns.brief(reason), clock.instant())
                            .forEach(events::publishEvent));
        } catch (RuntimeException failed) {
            log.error("Message {} was refused, but recording it failed", leader.message().messageId(), failed);
            tryLater(leader, String.valueOf(failed), now);
        }
        return false;
    }

    /** A sweep may be handed a time ahead of the clock; the next attempt lies after both, or the sweep would not end. */
    private Instant nextAttempt(Claimed leader, Instant now) {
        var tried = clock.instant().isAfter(now) ? clock.instant() : now;
        return tried.plus(properties.retryAfter(leader.attempts()));
    }
}
