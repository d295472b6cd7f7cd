package io.pledge.ticket;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** Arrivals and shipments as stored; the database knows each of them once. */
@Component
class FieldRecords {
    private final JdbcClient jdbc;

    FieldRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether this was news */
    boolean addArrival(TicketId ticket, @Nullable String note, Actor by, Moment at) {
        return jdbc.sql("""
                        insert into arrival (ticket_id, arrived_at, told_by, note, recorded_at)
                        values (:ticket, :at, :by, :note, :recorded) on conflict do nothing
                        """).param("ticket", ticket.value()).param("at", Sql.at(at.occurredAt()))
                .param("by", person(by))
                .param("note", note).param("recorded", Sql.at(at.recordedAt())).update() == 1;
    }

    /** @return the shipment; empty where it was known */
    Optional<Long> addShipment(TicketId ticket, String what, @Nullable String tracking, Actor by, Moment at) {
        return jdbc.sql("""
                        insert into shipment (ticket_id, shipped_at, told_by, what, tracking, recorded_at)
                        values (:ticket, :at, :by, :what, :tracking, :recorded) on conflict do nothing returning id
                        """).param("ticket", ticket.value()).param("at", Sql.at(at.occurredAt()))
                .param("by", person(by))
                .param("what", what).param("tracking", tracking).param("recorded", Sql.at(at.recordedAt()))
                .query(Long.class).optional();
    }

    private static @Nullable Long person(Actor by) {
        return Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null);
    }
}
