package io.pledge.routine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.CustomerId;
import io.pledge.sql.Sql;

/** Which spare parts a customer had better keep: those that failed in equipment like theirs more than once within two years. */
@Component
public class PartsAdvice {
    /** How far back it looks. */
    public static final Duration BACK = Duration.ofDays(730);
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    PartsAdvice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is worth keeping, what is needed most first. Of other customers it tells nothing but how often. */
    public List<PartAdvice> of(CustomerId customer, Instant now) {
        return jdbc.sql("""
                with own as (
                    select product, count(*) as units from equipment
                    where customer_id = :customer and retired_at is null group by product),
                fleet as (
                    select e.product, count(*) as units from equipment e
                    where e.retired_at is null and e.product in (select product from own) group by e.product),
                sent as (
                    select e.product, lower(s.what) as part, min(s.what) as called, count(*) as times
                    from shipment s join ticket t on t.id = s.ticket_id join equipment e on upper(e.serial) = upper(t.serial)
                    where s.shipped_at >= :since and t.kind in ('FAULT', 'REPAIR')
                      and e.product in (select product from own)
                    group by e.product, lower(s.what) having count(*) > 1)
                select sent.product, sent.called, sent.times, fleet.units as fleet, own.units as own,
                       ceil(sent.times * own.units / 2.0 / fleet.units) as keep
                from sent join fleet using (product) join own using (product)
                order by keep desc, sent.times desc, sent.product, sent.called limit :most
                """).param("customer", customer.value()).param("since", Sql.at(now.minus(BACK))).param("most", MOST)
                .query((row, _) -> new PartAdvice(row.getString("product"), row.getString("called"),
                        row.getInt("times"), row.getInt("fleet"), row.getInt("own"), row.getInt("keep")))
                .list();
    }
}
