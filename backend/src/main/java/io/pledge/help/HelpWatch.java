package io.pledge.help;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.ticket.Moment;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

/** What happens to requests without anybody's doing: they run late, or the case ends and nobody needs the help any more. */
@Component
public class HelpWatch {
    private static final int BATCH = 200;

    private final HelpRecords records;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    HelpWatch(HelpRecords records, Timeline timeline, ApplicationEventPublisher events) {
        this.records = records;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Notes which requests nobody answered in time, each once: it counts from when it was due, whenever anyone noticed.
     *
     * @return how many there were; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var late = records.late(now, BATCH);
        if (!late.isEmpty()) {
            timeline.tell(late.stream().map(one -> told(one, What.HELP_LATE, new Moment(one.dueAt(), now))).toList());
            events.publishEvent(new HelpEvent.Late(late, now));
        }
        return late.size();
    }

    @EventListener
    void on(TicketEvent.Resolved resolved) {
        end(resolved.ticket(), resolved.at());
    }

    @EventListener
    void on(TicketEvent.Cancelled cancelled) {
        end(cancelled.ticket(), cancelled.at());
    }

    @EventListener
    void on(TicketEvent.Merged merged) {
        end(merged.ticket(), merged.at());
    }

    private void end(TicketId ticket, Moment at) {
        List<HelpRequest> ended = records.withdrawAll(ticket, at.recordedAt());
        if (!ended.isEmpty()) {
            timeline.tell(ended.stream().map(one -> told(one, What.HELP_WITHDRAWN, at)).toList());
            events.publishEvent(new HelpEvent.Withdrawn(ended));
        }
    }

    private static Timeline.Told told(HelpRequest request, What what, Moment at) {
        return new Timeline.Told(request.ticket(), what, Map.of("to", Long.toString(request.unit().value())), at);
    }
}
