package io.pledge.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.ContactId;
import io.pledge.customer.CustomerId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/**
 * Who hears of a customer's cases today. Of the contracts that are in force where the customer is, the best one that has a plan counts,
 * whatever contract a case was opened under: a plan ends with its contract, and one that is agreed later counts from then on. Contacts
 * who are retired or erased hear nothing.
 */
@Component
public class PlansInForce {
    private static final String READERS = """
            with plan as (
                select distinct on (k.customer_id) k.customer_id, k.id as contract_id, p.confirm_minutes, c.zone
                from communication_plan p join contract k on k.id = p.contract_id
                join customer c on c.id = k.customer_id
                where k.customer_id = any(:customers)
                  and k.starts_on <= cast(cast(:now as timestamptz) at time zone c.zone as date)
                  and (k.ends_on is null or k.ends_on >= cast(cast(:now as timestamptz) at time zone c.zone as date))
                order by k.customer_id, array_position(array['GOLD', 'SILVER', 'BASIC'], k.level), k.id)
            select plan.customer_id, plan.confirm_minutes, plan.zone, l.*, t.id as reader_id, t.name, t.email, t.phone,
                   t.language
            from plan join communication_line l on l.contract_id = plan.contract_id
            join contact t on t.customer_id = plan.customer_id and t.retired_at is null and t.erased_at is null
                and (l.contact_id = t.id or l.level = coalesce(t.level, 'OTHER'))
            order by plan.customer_id, t.id, l.position
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlansInForce(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who hears of each case, in one question to the database; nobody where its customer has no plan, or is unknown. */
    public Map<TicketId, List<PlannedReader>> of(Collection<Ticket> tickets) {
        var customers = tickets.stream().map(Ticket::customer).filter(Objects::nonNull).distinct().toList();
        var readers = customers.isEmpty() ? Map.<CustomerId, List<PlannedReader>>of() : read(customers);
        var all = new LinkedHashMap<TicketId, List<PlannedReader>>();
        for (var ticket : tickets) {
            var customer = ticket.customer();
            all.put(ticket.id(), customer == null ? List.of() : readers.getOrDefault(customer, List.of()));
        }
        return all;
    }

    /** Who hears of one case. */
    public List<PlannedReader> of(Ticket ticket) {
        return of(List.of(ticket)).getOrDefault(ticket.id(), List.of());
    }

    private Map<CustomerId, List<PlannedReader>> read(List<CustomerId> customers) {
        var found = new LinkedHashMap<CustomerId, Map<ContactId, PlannedReader>>();
        jdbc.sql(READERS).param("customers", customers.stream().map(CustomerId::value).toArray(Long[]::new))
                .param("now", Sql.at(clock.instant())).query(row -> {
                    var reader = reader(row);
                    found.computeIfAbsent(new CustomerId(row.getLong("customer_id")), _ -> new LinkedHashMap<>())
                            .merge(reader.contact(), reader, PlansInForce::together);
                });
        var readers = new LinkedHashMap<CustomerId, List<PlannedReader>>();
        found.forEach((customer, people) -> readers.put(customer, List.copyOf(people.values())));
        return readers;
    }

    private static PlannedReader reader(ResultSet row) throws SQLException {
        return new PlannedReader(new ContactId(row.getLong("reader_id")),
                Objects.requireNonNullElse(row.getString("name"), ""), row.getString("email"),
                row.getString("phone"), Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")), Duration.ofMinutes(row.getInt("confirm_minutes")),
                List.of(PlanRows.line(row)));
    }

    private static PlannedReader together(PlannedReader one, PlannedReader other) {
        var lines = new ArrayList<>(one.lines());
        lines.addAll(other.lines());
        return new PlannedReader(one.contact(), one.name(), one.email(), one.phone(), one.language(), one.zone(),
                one.confirmWithin(), lines);
    }
}
