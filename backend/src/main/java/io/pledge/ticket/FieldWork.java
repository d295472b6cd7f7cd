package io.pledge.ticket;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done for a case away from the desk: engineers arrive on site, parts leave. It may be told some time after it happened, such
 * as a check-in made offline; promises go by when it happened.
 */
@Component
public class FieldWork {
    private final Docket docket;
    private final FieldRecords records;

    FieldWork(Docket docket, FieldRecords records) {
        this.docket = docket;
        this.records = records;
    }

    /**
     * An engineer arrived on site. The same arrival again changes nothing.
     *
     * @param note for those who work on the case; null for none
     * @return whether this was news
     * @throws Refused where the case has ended, or the arrival lies in the future or before the case came in
     */
    @Transactional
    public boolean arrived(TicketId id, @Nullable String note, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_TELL);
        var at = docket.moment(ticket, occurredAt);
        boolean news = records.addArrival(id, note, by, at);
        if (news) {
            var detail = Optional.ofNullable(note).map(words -> Map.of("note", words)).orElse(Map.of());
            docket.record(ticket, What.VISIT_ARRIVED, by, null, detail, at);
            docket.announce(new TicketEvent.VisitArrived(id, at, by));
        }
        return news;
    }

    /**
     * A part left for the customer. The same part at the same moment again changes nothing.
     *
     * @param what left, as the customer reads it
     * @param tracking the carrier's number; null where there is none
     * @throws Refused where the case has ended, or the shipment lies in the future or before the case came in
     */
    @Transactional
    public void shipped(TicketId id, String what, @Nullable String tracking, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_TELL);
        var at = docket.moment(ticket, occurredAt);
        records.addShipment(id, what, tracking, by, at).ifPresent(shipment -> {
            var detail = tracking == null ? Map.of("what", what) : Map.of("what", what, "tracking", tracking);
            docket.record(ticket, What.SHIPPED, by, null, detail, at);
            docket.announce(new TicketEvent.Shipped(id, at, shipment, what, tracking, by));
        });
    }
}
