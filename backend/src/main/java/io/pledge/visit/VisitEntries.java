package io.pledge.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.pledge.ticket.Actor;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

/** Tells the timeline of a case what became of its visits: when, whose and where in time; nobody of the customer by name. */
@Component
class VisitEntries {
    private final Timeline timeline;
    private final Clock clock;

    VisitEntries(Timeline timeline, Clock clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    void tell(Visit visit, What what, Actor by, Instant occurredAt) {
        tell(visit, what, by, Map.of(), occurredAt);
    }

    void tell(Visit visit, What what, Actor by, Map<String, String> more, Instant occurredAt) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("visit", Long.toString(visit.id().value()));
        var window = visit.window();
        if (window != null) {
            detail.put("from", window.from().toString());
            detail.put("until", window.until().toString());
            detail.put("zone", window.zone().getId());
        }
        if (visit.engineer() != null) {
            detail.put("engineer", Long.toString(visit.engineer().value()));
        }
        timeline.tell(visit.ticket(), what, by, detail, new Moment(occurredAt, clock.instant()));
    }
}
