package io.pledge.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what a replay left in the real tables. */
@Component
class ReplayTable {
    private static final String TICKETS = """
            select count(*) as tickets, count(*) filter (where ended_at is null) as open
            from ticket where customer_id = (select id from customer where key = :customer)
            """;
    private static final String VERBS = """
            select e.what, count(*) as count
            from timeline_entry e join ticket t on t.id = e.ticket_id
            where t.customer_id = (select id from customer where key = :customer) group by e.what
            """;
    private static final String CLIMBS = """
            select count(*) from escalation e join ticket t on t.id = e.ticket_id
            where t.customer_id = (select id from customer where key = :customer) and e.cause = 'CUSTOMER_NO'
            """;
    private static final String PROMISES = """
            select kind, count(*) as made,
                   count(*) filter (where state = 'KEPT') as kept,
                   count(*) filter (where state = 'KEPT' and unconfirmed) as unconfirmed,
                   count(*) filter (where state = 'BROKEN' and outcome_at is not null) as late,
                   count(*) filter (where state = 'BROKEN' and outcome_at is null) as never,
                   count(*) filter (where state in ('RUNNING', 'PAUSED')) as open,
                   count(*) filter (where state in ('WITHDRAWN', 'SUPERSEDED')) as withdrawn
            from promise where customer_id = (select id from customer where key = :customer)
            group by kind order by kind
            """;

    private final JdbcClient jdbc;

    ReplayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param climbs moves up because of a customer's no, which the log does not know
     * @param unmapped what could not be brought over as it stands in the log, by reason
     */
    record Counts(long tickets, long open, Map<String, Long> verbs, long climbs, List<PromiseLine> promises,
            Map<String, Long> unmapped) {

        long verb(String what) {
            return verbs.getOrDefault(what, 0L);
        }

        long up() {
            return verb("ESCALATED") - climbs;
        }

        long reopened() {
            return verb("REJECTED") + verb("REOPENED");
        }
    }

    /**
     * Promises of a kind.
     *
     * @param unconfirmed of the kept ones, those to which nobody said yes
     * @param late broken and answered later
     * @param never broken and not answered to the end of the log
     */
    record PromiseLine(String kind, long made, long kept, long unconfirmed, long late, long never, long open,
            long withdrawn) {}

    Counts of(ReplayRun run) {
        var tickets = jdbc.sql(TICKETS).param("customer", run.customer()).query().singleRow();
        var unmapped = new LinkedHashMap<String, Long>();
        jdbc.sql("select count(*) from replay_skipped where run_id = :run").param("run", run.id()).query(Long.class)
                .optional().filter(count -> count > 0).ifPresent(count -> unmapped.put("bad rows", count));
        unmapped.putAll(counts("select what, count from replay_unmapped where run_id = :run order by what", "run",
                run.id()));
        return new Counts((Long) tickets.get("tickets"), (Long) tickets.get("open"),
                counts(VERBS, "customer", run.customer()),
                jdbc.sql(CLIMBS).param("customer", run.customer()).query(Long.class).single(),
                jdbc.sql(PROMISES).param("customer", run.customer()).query(PromiseLine.class).list(), unmapped);
    }

    private Map<String, Long> counts(String sql, String name, Object value) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql(sql).param(name, value).query(row -> {
            counts.put(row.getString("what"), row.getLong("count"));
        });
        return counts;
    }
}
