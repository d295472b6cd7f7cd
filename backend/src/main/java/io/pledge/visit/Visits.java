package io.pledge.visit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** Finds visits for somebody who may see only some of them: those of the cases that they see. */
@Component
public class Visits {
    private static final int MOST = 300;

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws VisitNotFound where there is none, or the scope does not reach its case */
    public Visit find(VisitId id, Scope scope) {
        return jdbc.sql("""
                        select v.* from visit v join ticket t on t.id = v.ticket_id where v.id = :id and %s
                        """.formatted(scope.condition("t"))).params(scope.parameters()).param("id", id.value())
                .query(VisitMapping::visit).optional().orElseThrow(() -> new VisitNotFound(id));
    }

    /** All visits of a case, every time of them, the latest first. */
    public List<Visit> of(TicketId ticket) {
        return jdbc.sql("""
                        select * from visit where ticket_id = :ticket
                        order by coalesce(from_at, arrived_at, planned_at) desc, id desc
                        """).param("ticket", ticket.value()).query(VisitMapping::visit).list();
    }

    /** What somebody still has to travel to, or is at, of the cases that they see; the next first. */
    public List<Visit> open(PersonId engineer, Scope scope) {
        return jdbc.sql("""
                        select v.* from visit v join ticket t on t.id = v.ticket_id
                        where v.engineer_id = :engineer and v.state in ('PROPOSED', 'CONFIRMED', 'ON_SITE') and %s
                        order by coalesce(v.from_at, v.arrived_at), v.id limit :most
                        """.formatted(scope.condition("t"))).params(scope.parameters())
                .param("engineer", engineer.value()).param("most", MOST).query(VisitMapping::visit).list();
    }

    /** The latest visits that somebody made, of the cases that they see; the last first. */
    public List<Visit> made(PersonId engineer, Scope scope, int limit) {
        return jdbc.sql("""
                        select v.* from visit v join ticket t on t.id = v.ticket_id
                        where v.engineer_id = :engineer and v.state = 'DONE' and %s
                        order by v.arrived_at desc, v.id desc limit :limit
                        """.formatted(scope.condition("t"))).params(scope.parameters())
                .param("engineer", engineer.value()).param("limit", limit).query(VisitMapping::visit).list();
    }

    /**
     * Who travels when: visits that fall into a stretch of time, other times of them left out, the earliest first.
     *
     * @param unitPath only of engineers at or below this unit; null for all
     */
    public List<Visit> between(Instant from, Instant until, @Nullable String unitPath, Scope scope) {
        return jdbc.sql("""
                        select v.* from visit v join ticket t on t.id = v.ticket_id
                        left join person p on p.id = v.engineer_id left join service_unit u on u.id = p.unit_id
                        where coalesce(v.from_at, v.arrived_at) < :until
                          and coalesce(v.until_at, v.left_at, v.arrived_at) >= :from
                          and v.state <> 'MOVED' and (cast(:path as text) is null or starts_with(u.path, :path)) and %s
                        order by coalesce(v.from_at, v.arrived_at), v.id limit :most
                        """.formatted(scope.condition("t"))).params(scope.parameters()).param("from", Sql.at(from))
                .param("until", Sql.at(until)).param("path", unitPath).param("most", MOST)
                .query(VisitMapping::visit).list();
    }

    /** How many visits begin before a moment and are not confirmed by the customer. */
    public long unconfirmedBefore(Instant moment, Scope scope) {
        return jdbc.sql("""
                        select count(*) from visit v join ticket t on t.id = v.ticket_id
                        where v.state = 'PROPOSED' and v.from_at < :moment and %s
                        """.formatted(scope.condition("t"))).params(scope.parameters())
                .param("moment", Sql.at(moment)).query(Long.class).single();
    }

    /** The notes that were written on a visit, oldest first. */
    public List<Long> findings(VisitId id) {
        return jdbc.sql("select message_id from visit_finding where visit_id = :visit order by message_id")
                .param("visit", id.value()).query(Long.class).list();
    }
}
