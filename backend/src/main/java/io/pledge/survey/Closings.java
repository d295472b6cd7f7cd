package io.pledge.survey;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.ticket.Cases;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;

/** Hears that cases close and open again, inside the transaction that wrote it down. */
@Component
class Closings {
    private final Surveys surveys;
    private final Cases cases;

    Closings(Surveys surveys, Cases cases) {
        this.surveys = surveys;
        this.cases = cases;
    }

    @EventListener
    void on(TicketEvent.Confirmed event) {
        closed(event);
    }

    @EventListener
    void on(TicketEvent.ClosedUnconfirmed event) {
        closed(event);
    }

    @EventListener
    void on(TicketEvent.Reopened event) {
        surveys.takeBack(event.ticket());
    }

    private void closed(TicketEvent event) {
        if (!replayed(event.ticket())) {
            surveys.fallDue(event.ticket(), event.at().occurredAt());
        }
    }

    /** Nobody is behind a case of an old log who could be asked. */
    private boolean replayed(TicketId ticket) {
        return cases.require(ticket).channel() == IntakeChannel.REPLAY;
    }
}
