package io.pledge.ticket;

import java.time.Instant;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customers who were asked and do not answer: reminded, and after a while the case is closed, unconfirmed. */
@Component
public class Silence {
    private static final int BATCH = 200;

    private final Docket docket;
    private final ClosedLoop loop;
    private final Resolutions resolutions;
    private final TicketProperties properties;

    Silence(Docket docket, ClosedLoop loop, Resolutions resolutions, TicketProperties properties) {
        this.docket = docket;
        this.loop = loop;
        this.resolutions = resolutions;
        this.properties = properties;
    }

    /**
     * Sends the reminders and closes the cases that are due.
     *
     * @return how many resolutions were due; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var due = resolutions.due(now, BATCH);
        due.forEach(resolution -> attend(resolution, now));
        return due.size();
    }

    private void attend(Resolution resolution, Instant now) {
        var system = new Actor.System();
        if (!now.isBefore(resolution.closesAt())) {
            loop.closeUnconfirmed(resolution.ticket(), system, now);
            return;
        }
        int count = resolution.reminders() + 1;
        resolutions.reminded(resolution.id(), count, nextAttention(resolution, count));
        var ticket = docket.load(resolution.ticket());
        var at = docket.moment(now);
        docket.record(ticket, What.REMINDED, system, null, Map.of("count", Integer.toString(count)), at);
        docket.announce(new TicketEvent.Reminded(ticket.id(), at, resolution.id(), count));
    }

    private Instant nextAttention(Resolution resolution, int reminders) {
        return properties.reminders(resolution.resolvedAt(), resolution.closesAt()).stream().skip(reminders).findFirst()
                .orElse(resolution.closesAt());
    }
}
