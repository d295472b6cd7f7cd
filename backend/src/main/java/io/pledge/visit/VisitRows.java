package io.pledge.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Moment;
import io.pledge.ticket.TicketId;

/** Visits as stored. Whoever changes one locks it first, so that two phones come one after the other. */
@Component
class VisitRows {
    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Visit lock(VisitId id) {
        return jdbc.sql("select * from visit where id = :id for update").param("id", id.value())
                .query(VisitMapping::visit).optional().orElseThrow(() -> new VisitNotFound(id));
    }

    Optional<VisitId> planned(String key, TicketId ticket) {
        return jdbc.sql("select id from visit where plan_key = :key and ticket_id = :ticket").param("key", key)
                .param("ticket", ticket.value()).query((row, _) -> new VisitId(row.getLong(1))).optional();
    }

    /** @return empty where the key was known */
    Optional<VisitId> plan(VisitPlan plan, TicketId ticket, @Nullable Instant remindAt, PersonId by, Instant now) {
        var window = plan.window();
        return jdbc.sql("""
                        insert into visit (plan_key, ticket_id, engineer_id, state, from_at, until_at, zone, place, purpose,
                                           planned_by, planned_at, remind_at)
                        values (:key, :ticket, :engineer, 'PROPOSED', :from, :until, :zone, :place, :purpose, :by, :now, :remind)
                        on conflict (plan_key) do nothing returning id
                        """).param("key", plan.key()).param("ticket", ticket.value())
                .param("engineer", plan.engineer().value()).param("from", Sql.at(window.from()))
                .param("until", Sql.at(window.until())).param("zone", window.zone().getId())
                .param("place", plan.place()).param("purpose", plan.purpose()).param("by", by.value())
                .param("now", Sql.at(now)).param("remind", Sql.at(remindAt))
                .query((row, _) -> new VisitId(row.getLong(1))).optional();
    }

    /** A visit that nobody planned begins with the arrival. */
    VisitId unplanned(TicketId ticket, ZoneId zone, @Nullable PersonId engineer, @Nullable PersonId by, Moment at) {
        return jdbc.sql("""
                        insert into visit (plan_key, ticket_id, engineer_id, state, zone, planned_by, planned_at, arrived_at)
                        values ('arrival:' || :ticket || ':' || gen_random_uuid(), :ticket, :engineer, 'ON_SITE', :zone, :by,
                                :now, :at) returning id
                        """).param("ticket", ticket.value()).param("engineer", id(engineer)).param("zone", zone.getId())
                .param("by", id(by)).param("now", Sql.at(at.recordedAt())).param("at", Sql.at(at.occurredAt()))
                .query((row, _) -> new VisitId(row.getLong(1))).single();
    }

    void confirm(VisitId id, @Nullable Instant at, @Nullable PersonId by) {
        jdbc.sql("""
                 update visit set state = 'CONFIRMED', confirmed_at = :at, confirmed_by = :by, asked_message = null
                 where id = :id
                 """).param("at", Sql.at(at)).param("by", id(by)).param("id", id.value()).update();
    }

    void askAnother(VisitId id, long message) {
        jdbc.sql("""
                 update visit set state = 'PROPOSED', confirmed_at = null, confirmed_by = null, asked_message = :message
                 where id = :id
                 """).param("message", message).param("id", id.value()).update();
    }

    /** @param next the time that counts instead; null where there is none */
    void end(VisitId id, VisitState how, Instant at, @Nullable PersonId by, @Nullable String reason,
            @Nullable VisitId next) {
        jdbc.sql("""
                 update visit set state = :state, ended_at = :at, ended_by = :by, reason = :reason, moved_to = :next,
                                  remind_at = null
                 where id = :id
                 """).param("state", how.name()).param("at", Sql.at(at)).param("by", id(by)).param("reason", reason)
                .param("next", next == null ? null : next.value()).param("id", id.value()).update();
    }

    void travelling(VisitId id, Instant at) {
        jdbc.sql("update visit set travelling_at = :at where id = :id").param("at", Sql.at(at)).param("id", id.value())
                .update();
    }

    void arrived(VisitId id, Instant at, @Nullable Spot spot) {
        jdbc.sql("""
                 update visit set state = 'ON_SITE', arrived_at = :at, latitude = :latitude, longitude = :longitude,
                                  asked_message = null, remind_at = null
                 where id = :id
                 """).param("at", Sql.at(at)).param("latitude", spot == null ? null : spot.latitude())
                .param("longitude", spot == null ? null : spot.longitude()).param("id", id.value()).update();
    }

    void left(VisitId id, Instant at, String signedBy) {
        jdbc.sql("update visit set state = 'DONE', left_at = :at, signed_by = :name where id = :id")
                .param("at", Sql.at(at)).param("name", signedBy).param("id", id.value()).update();
    }

    void finding(VisitId id, long message) {
        jdbc.sql("insert into visit_finding (visit_id, message_id) values (:visit, :message)")
                .param("visit", id.value()).param("message", message).update();
    }

    /** @return whether this was news; what is told at the same time waits for the first to be whole */
    boolean isNews(VisitId id, Deed.What what, Deed deed, Instant now) {
        return jdbc.sql("""
                        insert into visit_deed (visit_id, key, what, person_id, occurred_at, recorded_at)
                        values (:visit, :key, :what, :person, :at, :now) on conflict do nothing
                        """).param("visit", id.value()).param("key", deed.key()).param("what", what.name())
                .param("person", deed.by().value()).param("at", Sql.at(deed.at())).param("now", Sql.at(now))
                .update() == 1;
    }

    /** Visits of a case that are still to come, locked. */
    List<Visit> lockAhead(TicketId ticket) {
        return jdbc.sql("""
                        select * from visit where ticket_id = :ticket and state in ('PROPOSED', 'CONFIRMED')
                        order by id for update
                        """).param("ticket", ticket.value()).query(VisitMapping::visit).list();
    }

    /** What is open goes on with the case in which its own goes on. */
    void follow(TicketId ticket, TicketId into) {
        jdbc.sql("""
                 update visit set ticket_id = :into
                 where ticket_id = :ticket and state in ('PROPOSED', 'CONFIRMED', 'ON_SITE')
                 """).param("into", into.value()).param("ticket", ticket.value()).update();
    }

    /** Whose engineers are to be reminded by now; they are not reminded again. */
    List<Visit> takeReminders(Instant now, int limit) {
        return jdbc.sql("""
                        update visit set remind_at = null
                        where id in (select id from visit where remind_at <= :now order by remind_at, id limit :limit
                                     for update skip locked)
                        returning *
                        """).param("now", Sql.at(now)).param("limit", limit).query(VisitMapping::visit).list();
    }

    private static @Nullable Long id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
