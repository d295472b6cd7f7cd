package io.pledge.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Verb;
import io.pledge.ticket.What;

/** Plans visits, gives them another time, and calls them off. */
@Component
public class Planning {
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration LONGEST = Duration.ofDays(14);

    private final VisitRows rows;
    private final VisitEntries entries;
    private final Travellers travellers;
    private final Reminders reminders;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Planning(VisitRows rows, VisitEntries entries, Travellers travellers, Reminders reminders, Cases cases,
            ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.travellers = travellers;
        this.reminders = reminders;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes a visit to the customer. The same key again is the same visit.
     *
     * @throws Refused where the case has ended, the time makes no sense or lies in the past, or the engineer may not see the case
     */
    @Transactional
    public VisitId plan(TicketId id, VisitPlan plan, PersonId by) {
        var known = rows.planned(plan.key(), id);
        if (known.isPresent()) {
            return known.get();
        }
        var visit = begin(id, plan, by);
        entries.tell(visit, What.VISIT_PLANNED, new Actor.Staff(by), visit.plannedAt());
        events.publishEvent(new VisitEvent.Planned(visit));
        return visit.id();
    }

    /**
     * Gives a visit another time or another engineer; the time of before stays as history. Where only the engineer is another one, what
     * the customer confirmed stays confirmed. The same key again is the same move.
     *
     * @throws Refused as for a plan, and where the visit is not ahead any more
     */
    @Transactional
    public VisitId move(VisitId id, VisitPlan plan, PersonId by) {
        var before = rows.lock(id);
        var known = rows.planned(plan.key(), before.ticket());
        if (known.isPresent()) {
            return known.get();
        }
        Ahead.require(before);
        var visit = begin(before.ticket(), plan, by);
        rows.end(id, VisitState.MOVED, visit.plannedAt(), by, null, visit.id());
        var window = before.window();
        if (before.state() == VisitState.CONFIRMED && window != null && window.sameTime(plan.window())) {
            rows.confirm(visit.id(), before.confirmedAt(), before.confirmedBy());
        }
        var now = rows.lock(visit.id());
        entries.tell(now, What.VISIT_MOVED, new Actor.Staff(by), visit.plannedAt());
        events.publishEvent(new VisitEvent.Moved(now, before));
        return now.id();
    }

    /**
     * Calls a visit off; the customer is told why. A second time changes nothing.
     *
     * @throws Refused where the visit is not ahead any more
     */
    @Transactional
    public void cancel(VisitId id, String reason, PersonId by) {
        var visit = rows.lock(id);
        if (visit.state() != VisitState.CANCELLED) {
            Ahead.require(visit);
            var now = clock.instant();
            rows.end(id, VisitState.CANCELLED, now, by, reason, null);
            var cancelled = rows.lock(id);
            entries.tell(cancelled, What.VISIT_CANCELLED, new Actor.Staff(by), Map.of("reason", reason), now);
            events.publishEvent(new VisitEvent.Cancelled(cancelled));
        }
    }

    private Visit begin(TicketId id, VisitPlan plan, PersonId by) {
        var ticket = cases.require(id);
        var now = clock.instant();
        require(Verb.ARRIVE.allowed(ticket), "ended");
        check(plan, ticket, now);
        var visit = rows.plan(plan, id, reminders.due(plan.engineer(), plan.window(), now), by, now)
                .orElseThrow(() -> new Refused("visitKey"));
        return rows.lock(visit);
    }

    private void check(VisitPlan plan, Ticket ticket, Instant now) {
        var window = plan.window();
        require(window.until().isAfter(window.from()), "visitOrder");
        require(window.from().isAfter(now), "visitPast");
        require(window.from().isBefore(now.plus(FARTHEST)), "visitFar");
        require(!window.until().isAfter(window.from().plus(LONGEST)), "visitLong");
        require(travellers.may(plan.engineer(), ticket), "visitEngineer");
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new Refused(reason);
        }
    }
}
