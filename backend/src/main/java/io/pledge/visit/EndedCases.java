package io.pledge.visit;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.ticket.Actor;
import io.pledge.ticket.Moment;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.What;

/** Nobody travels for a case that has ended; what goes on in another case is visited there. */
@Component
class EndedCases {
    private final VisitRows rows;
    private final VisitEntries entries;
    private final ApplicationEventPublisher events;

    EndedCases(VisitRows rows, VisitEntries entries, ApplicationEventPublisher events) {
        this.rows = rows;
        this.entries = entries;
        this.events = events;
    }

    @EventListener
    void on(TicketEvent.Cancelled cancelled) {
        callOff(cancelled.ticket(), cancelled.at());
    }

    @EventListener
    void on(TicketEvent.Confirmed confirmed) {
        callOff(confirmed.ticket(), confirmed.at());
    }

    @EventListener
    void on(TicketEvent.ClosedUnconfirmed closed) {
        callOff(closed.ticket(), closed.at());
    }

    @EventListener
    void on(TicketEvent.Merged merged) {
        rows.follow(merged.ticket(), merged.into());
    }

    private void callOff(TicketId ticket, Moment at) {
        rows.lockAhead(ticket).forEach(visit -> {
            rows.end(visit.id(), VisitState.CANCELLED, at.recordedAt(), null, null, null);
            var cancelled = rows.lock(visit.id());
            entries.tell(cancelled, What.VISIT_CANCELLED, new Actor.System(), at.recordedAt());
            events.publishEvent(new VisitEvent.Cancelled(cancelled));
        });
    }
}
