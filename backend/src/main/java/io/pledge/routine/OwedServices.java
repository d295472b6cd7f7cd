package io.pledge.routine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.CustomerId;
import io.pledge.customer.SiteId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The routine services as they stand: what is owed to whom, and when. Those of ended contracts and retired customers are owed no more. */
@Component
public class OwedServices {
    private static final String OWED = """
            select o.*, k.number, c.name as customer_name, s.name as site_name, s.zone as site_zone, s.unit_id,
                   (select m.ticket_id from service_case m where m.service_id = o.id order by m.due_on desc limit 1) as last_case
            from service_owed o join contract k on k.id = o.contract_id join site s on s.id = o.site_id
            join customer c on c.id = o.customer_id
            where o.retired_at is null and c.retired_at is null and s.retired_at is null
              and k.starts_on <= o.next_on and (k.ends_on is null or k.ends_on >= o.next_on)
            """;

    private final JdbcClient jdbc;

    OwedServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is due soonest to the customers whose sites somebody looks after.
     *
     * @param until the last day
     */
    public List<OwedService> upcoming(Scope scope, LocalDate until, int limit) {
        return jdbc.sql("select * from (" + OWED + """
                ) o where o.next_on <= :until and exists (
                    select from (select array[u.path] as involved_paths, c.account_manager_id from service_unit u, customer c
                                 where u.id = o.unit_id and c.id = o.customer_id) place where %s)
                order by o.next_on, o.customer_name, o.id limit :limit
                """.formatted(scope.condition("place"))).params(scope.parameters()).param("until", until)
                .param("limit", limit).query(OwedServices::service).list();
    }

    /** Those whose case is to be made, each for one node only. A day begins where the site is. */
    List<OwedService> due(Instant now, int limit) {
        return jdbc.sql(OWED + """
                  and o.next_on <= cast(cast(:now as timestamptz) at time zone s.zone as date) + o.lead_days
                  and exists (select from contact p where p.customer_id = o.customer_id and p.erased_at is null
                              and p.retired_at is null)
                order by o.next_on, o.id limit :limit for update of o skip locked
                """).param("now", Sql.at(now)).param("limit", limit).query(OwedServices::service).list();
    }

    /** Its case was made; it is due again on another day. */
    void made(OwedService service, TicketId ticket, LocalDate next) {
        jdbc.sql("insert into service_case (service_id, due_on, ticket_id) values (:service, :due, :ticket)")
                .param("service", service.id()).param("due", service.nextOn()).param("ticket", ticket.value()).update();
        jdbc.sql("update service_owed set next_on = :next, version = version + 1 where id = :id").param("next", next)
                .param("id", service.id()).update();
    }

    private static OwedService service(ResultSet row, int index) throws SQLException {
        var last = Sql.optionalLong(row, "last_case");
        return new OwedService(row.getLong("id"), new CustomerId(row.getLong("customer_id")),
                row.getString("customer_name"), row.getString("name"), row.getString("number"),
                new SiteId(row.getLong("site_id")), row.getString("site_name"), ZoneId.of(row.getString("site_zone")),
                new UnitId(row.getLong("unit_id")), Period.parse(row.getString("every")),
                row.getObject("next_on", LocalDate.class), row.getInt("lead_days"),
                last == null ? null : new TicketId(last));
    }
}
