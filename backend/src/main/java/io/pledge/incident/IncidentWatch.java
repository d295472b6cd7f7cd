package io.pledge.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.incident.IncidentEntry.What;
import io.pledge.organisation.Units;
import io.pledge.ticket.Involvement;
import io.pledge.ticket.Moment;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;

/** What happens to incidents by what happens to their cases: a no stands on the incident, and the last end closes it. */
@Component
public class IncidentWatch {
    private static final int BATCH = 50;

    private final IncidentRecords records;
    private final IncidentCases members;
    private final Involvement involvement;
    private final Timeline timeline;
    private final Units units;
    private final ApplicationEventPublisher events;

    IncidentWatch(IncidentRecords records, IncidentCases members, Involvement involvement, Timeline timeline,
            Units units, ApplicationEventPublisher events) {
        this.records = records;
        this.members = members;
        this.involvement = involvement;
        this.timeline = timeline;
        this.units = units;
        this.events = events;
    }

    /**
     * Closes the incidents that were said to be solved and whose cases have all ended.
     *
     * @return how many there were; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        List<IncidentId> over = records.over(BATCH);
        over.forEach(id -> {
            records.close(id, now);
            records.tell(id, What.CLOSED, null, null, "", now);
        });
        return over.size();
    }

    @EventListener
    void on(TicketEvent.Rejected no) {
        saidNo(no.ticket(), no.reason(), no.at());
    }

    @EventListener
    void on(TicketEvent.Reopened again) {
        saidNo(again.ticket(), again.reason(), again.at());
    }

    /** The case in which another one goes on takes its place, unless it belongs to an incident already. */
    @EventListener
    void on(TicketEvent.Merged merged) {
        var at = merged.at().recordedAt();
        members.incident(merged.ticket()).ifPresent(incident -> {
            if (!records.attach(incident.id(), List.of(merged.into()), merged.by().staff(), at).isEmpty()) {
                involvement.involve(List.of(merged.into()), units.unit(incident.unit()));
                timeline.tell(merged.into(), io.pledge.ticket.What.INCIDENT_JOINED, merged.by(),
                        Map.of("reason", incident.id().number()), new Moment(at, at));
                records.tell(incident.id(), What.ATTACHED, merged.by().staff(), merged.into(), "1", at);
            }
        });
    }

    private void saidNo(TicketId ticket, @Nullable String reason, Moment at) {
        Optional<Incident> found = members.incident(ticket);
        found.ifPresent(incident -> {
            records.tell(incident.id(), What.SAID_NO, null, ticket, "", at.recordedAt());
            events.publishEvent(new IncidentEvent.SaidNo(incident, ticket, reason, at.recordedAt()));
        });
    }
}
