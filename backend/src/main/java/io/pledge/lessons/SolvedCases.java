package io.pledge.lessons;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.ticket.TicketEvent;

/** Notes, in the transaction of the change, whenever the history of a case changes that search shows. */
@Component
class SolvedCases {
    private final IndexWork work;

    SolvedCases(IndexWork work) {
        this.work = work;
    }

    @EventListener
    void follow(TicketEvent event) {
        if (changesHistory(event)) {
            work.ask(new Subject(Subject.Type.CASE, event.ticket().value()), event.at().recordedAt());
        }
    }

    private static boolean changesHistory(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Resolved _,TicketEvent.Confirmed _,TicketEvent.ClosedUnconfirmed _,TicketEvent.Rejected _,TicketEvent.Reopened _,TicketEvent.CustomerAttached _ ->
                true;
            case TicketEvent.Submitted _,TicketEvent.Taken _,TicketEvent.Assigned _,TicketEvent.MessageWritten _,TicketEvent.Heard _,TicketEvent.AutomaticHeard _,TicketEvent.Noted _,TicketEvent.CustomerWrote _,TicketEvent.Held _,TicketEvent.Resumed _,TicketEvent.HandedBack _,TicketEvent.Reminded _,TicketEvent.Cancelled _,TicketEvent.Merged _,TicketEvent.SeverityChanged _,TicketEvent.VisitArrived _,TicketEvent.Shipped _ ->
                false;
        };
    }
}
