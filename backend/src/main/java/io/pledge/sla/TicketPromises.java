package io.pledge.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.pledge.ticket.Moment;
import io.pledge.ticket.NextDue;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

/** Reads the ledger of tickets anew, stores what changed, and announces what broke or is about to. */
@Component
class TicketPromises {
    private final LedgerRecords records;
    private final PromiseRows rows;
    private final LedgerEntries entries;
    private final NextDue nextDue;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketPromises(LedgerRecords records, PromiseRows rows, LedgerEntries entries, NextDue nextDue, Timeline timeline,
            ApplicationEventPublisher events, Clock clock) {
        this.records = records;
        this.rows = rows;
        this.entries = entries;
        this.nextDue = nextDue;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Adds what happened to a ticket and brings its promises up to date, in the caller's transaction. */
    void happened(TicketId ticket, LedgerEvent event, Moment at) {
        records.lock(ticket);
        records.append(ticket, event, at.recordedAt());
        project(List.of(ticket), at.occurredAt());
    }

    /** Notes who has a ticket from now on; it moves no promise of the customer. */
    void heldBy(TicketId ticket, Promise.Holder holder, Moment at) {
        records.lock(ticket);
        records.append(ticket, holder, at);
    }

    List<TicketId> due(Instant now, int limit) {
        return records.due(now, limit);
    }

    void project(Collection<TicketId> tickets, Instant now) {
        var projections = records.load(tickets).stream().map(ledger -> Projection.of(ledger, now)).toList();
        rows.write(projections.stream().flatMap(Projection::rows).toList());
        rows.remove(projections.stream().flatMap(projection -> projection.unmade().stream()).toList());
        entries.write(projections, clock.instant());
        nextDue.set(projections.stream().map(Projection::nextDue).toList());
        projections.forEach(this::announce);
    }

    private void announce(Projection projection) {
        var now = projection.asOf();
        boolean moves = projection.escalates();
        for (var change : projection.changes()) {
            if (change.broke()) {
                var broken = broken(change.after(), now, moves);
                moves = moves && !broken.movesCase();
                timeline.tell(broken.ticket(), What.PROMISE_BROKEN, Map.of("kind", broken.kind().name(), "sequence",
                        Integer.toString(broken.sequence())), new Moment(broken.dueAt(), clock.instant()));
                events.publishEvent(broken);
            } else if (change.warned()) {
                events.publishEvent(warned(change.after(), now));
            }
        }
    }

    private static PromiseBroken broken(Promise promise, Instant now, boolean mayMove) {
        boolean answered = promise.outcomeAt() != null;
        return new PromiseBroken(promise.ticket(), promise.kind(), promise.sequence(),
                Objects.requireNonNull(promise.breachedAt()), now, promise.credit().unit(),
                promise.credit().person(), answered, mayMove && !answered);
    }

    private static PromiseWarned warned(Promise promise, Instant now) {
        return new PromiseWarned(promise.ticket(), promise.kind(), promise.sequence(),
                Objects.requireNonNull(promise.dueAt()), now, promise.credit().unit(),
                promise.credit().person());
    }
}
