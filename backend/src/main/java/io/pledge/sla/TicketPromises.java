package io.pledge.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
    private final TicketBudgets budgets;
    private final ResolutionShares shares;
    private final LedgerEntries entries;
    private final NextDue nextDue;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketPromises(LedgerRecords records, PromiseRows rows, TicketBudgets budgets, ResolutionShares shares,
            LedgerEntries entries,
            NextDue nextDue, Timeline timeline,
            ApplicationEventPublisher events, Clock clock) {
        this.records = records;
        this.rows = rows;
        this.budgets = budgets;
        this.shares = shares;
        this.entries = entries;
        this.nextDue = nextDue;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Adds what happened to a ticket and brings its promises up to date, in the caller's transaction. */
    void happened(TicketId ticket, LedgerEvent event, Moment at) {
        var facts = records.lock(List.of(ticket));
        records.append(ticket, event, at.recordedAt());
        var ledgers = records.ledgers(facts, TicketLedger.Known.ALL);
        project(ledgers, at.occurredAt());
        shares.project(ledgers, at.occurredAt());
    }

    /** Ends the promises of a ticket that goes on in another, where of what runs in both the earliest of each kind survives. */
    void merged(TicketId ticket, TicketId into, Moment at) {
        records.lock(List.of(ticket, into));
        var ledger = records.load(ticket);
        var running = Ledger.running(ledger.events(), at.occurredAt());
        happened(ticket, new LedgerEvent.Merge(at.occurredAt()), at);
        happened(into, new LedgerEvent.Absorb(at.occurredAt(), ticket, ledger.terms(), running), at);
    }

    /** Notes who of a unit has which ticket from now on. */
    void heldBy(Map<TicketId, Promise.Holder> holders, Moment at) {
        entered(holders, at);
    }

    /** Notes which unit has which ticket from now on; it moves no promise of the customer, but another budget runs. */
    void movedTo(Map<TicketId, Promise.Holder> holders, Moment at) {
        budgets.project(records.ledgers(entered(holders, at), TicketLedger.Known.RUNNING), at.occurredAt());
    }

    /** What is not settled is whose the ticket is now, and what was settled later than that is credited to whom it belongs. */
    private List<TicketLedger.Facts> entered(Map<TicketId, Promise.Holder> holders, Moment at) {
        var facts = records.lock(holders.keySet());
        records.append(holders, at);
        rows.followHolders(holders.keySet(), at.occurredAt());
        var settled = rows.settledSince(holders.keySet(), at.occurredAt());
        if (!settled.isEmpty()) {
            var ledgers = records.load(settled);
            project(ledgers, at.occurredAt());
            shares.project(ledgers, at.occurredAt());
        }
        return facts;
    }

    /**
     * Brings the promises of tickets up to date for which nothing happened but that time went by.
     *
     * @return how many tickets there were
     */
    int timePassed(Instant now, int limit) {
        var due = records.due(now, limit);
        if (!due.isEmpty()) {
            project(records.ledgers(due, TicketLedger.Known.RUNNING), now);
        }
        return due.size();
    }

    private void project(Collection<TicketLedger> ledgers, Instant now) {
        var projections = ledgers.stream().map(ledger -> Projection.of(ledger, now)).toList();
        rows.write(projections.stream().flatMap(Projection::rows).toList());
        rows.remove(projections.stream().flatMap(projection -> projection.unmade().stream()).toList());
        entries.write(projections, clock.instant());
        nextDue.set(projections.stream().flatMap(projection -> projection.changedNextDue().stream()).toList());
        budgets.project(ledgers, now);
        announce(projections);
    }

    /** For all tickets together: what one look finds is told in as few steps as one breach would be. */
    private void announce(List<Projection> projections) {
        var broken = projections.stream().flatMap(TicketPromises::broken).toList();
        if (!broken.isEmpty()) {
            timeline.tell(broken.stream().map(this::told).toList());
            events.publishEvent(new PromisesBroken(broken));
        }
        var warned = projections.stream().flatMap(projection -> projection.changes().stream()
                .filter(Projection.Change::warned).map(change -> warned(change.after(), projection.asOf()))).toList();
        if (!warned.isEmpty()) {
            events.publishEvent(new PromisesWarned(warned));
        }
        var used = projections.stream().flatMap(TicketPromises::timeUsed).toList();
        if (!used.isEmpty()) {
            events.publishEvent(new PromisesTimeUsed(used));
        }
    }

    private Timeline.Told told(PromiseBroken broken) {
        return new Timeline.Told(broken.ticket(), What.PROMISE_BROKEN, Map.of("kind", broken.kind().name(), "sequence",
                Integer.toString(broken.sequence())), new Moment(broken.dueAt(), clock.instant()));
    }

    /** What broke of one ticket; with the first that is unanswered its chain begins. */
    private static Stream<PromiseBroken> broken(Projection projection) {
        boolean begins = projection.mayBeginChain();
        var chain = projection.chain();
        var all = new ArrayList<PromiseBroken>();
        for (var change : projection.changes()) {
            if (change.broke()) {
                var broken = broken(change.after(), projection.asOf(), chain, begins);
                begins = begins && !broken.beginsChain();
                all.add(broken);
            }
        }
        return all.stream();
    }

    private static PromiseBroken broken(Promise promise, Instant now, Chain chain, boolean mayBegin) {
        boolean answered = promise.outcomeAt() != null;
        return new PromiseBroken(promise.ticket(), promise.kind(), promise.sequence(),
                Objects.requireNonNull(promise.breachedAt()), now, promise.credit().unit(),
                promise.credit().person(), answered, chain, mayBegin && !answered);
    }

    /** Of which shares of the time for a solution people up the line are to be told now. */
    private static Stream<PromiseTimeUsed> timeUsed(Projection projection) {
        var chain = projection.chain();
        return projection.changes().stream().flatMap(change -> change.ahead().mapToObj(chain.before()::get)
                .map(notice -> timeUsed(change, notice, chain, projection.asOf())));
    }

    private static PromiseTimeUsed timeUsed(Projection.Change change, Chain.Notice notice, Chain chain, Instant now) {
        var promise = change.after();
        var reached = change.before() == null ? null : change.before().aheadAt();
        return new PromiseTimeUsed(promise.ticket(), promise.sequence(), notice.at(), notice.tell(),
                Objects.requireNonNull(promise.dueAt()), reached == null ? now : reached, now, promise.credit().unit(),
                promise.credit().person(), chain.atNight());
    }

    private static PromiseWarned warned(Promise promise, Instant now) {
        return new PromiseWarned(promise.ticket(), promise.kind(), promise.sequence(),
                Objects.requireNonNull(promise.dueAt()), now, promise.credit().unit(),
                promise.credit().person());
    }
}
