package io.pledge.sla;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.pledge.ticket.TicketId;

/** Fills the database with copies of tickets that were submitted the usual way, by statements that each copy them all. */
class ManyTickets {
    private static final String COPIES = """
            from generate_series(1, :count) g
            join %1$s t on t.%2$s = (cast(:templates as bigint[]))[1 + g %% cardinality(cast(:templates as bigint[]))]
            cross join lateral jsonb_populate_record(t, %3$s) r
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ManyTickets(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Adds tickets, each with the ledger, the promises and the people of one of the templates in turn. */
    void copy(List<TicketId> templates, int count) {
        transaction.executeWithoutResult(_ -> {
            // what they refer to is there: it need not be looked up for every row
            jdbc.sql("set local session_replication_role = replica").update();
            var ids = templates.stream().map(TicketId::value).toArray(Long[]::new);
            var base = jdbc.sql("select last_value from ticket_id_seq").query(Long.class).single();
            var people = jdbc.sql("select coalesce(max(id), 0) from participant").query(Long.class).single();
            copy("ticket", "id", "jsonb_build_object('id', :base + g, 'submission_key', 'copy ' || :base + g)", ids,
                    base,
                    people, count);
            for (var table : List.of("ledger_event", "promise")) {
                copy(table, "ticket_id", "jsonb_build_object('ticket_id', :base + g)", ids, base, people, count);
            }
            copy("participant", "ticket_id", "jsonb_build_object('ticket_id', :base + g, 'id', :people + g)", ids, base,
                    people, count);
            jdbc.sql("select setval('ticket_id_seq', :last)").param("last", base + count).query(Long.class).single();
            jdbc.sql("select setval(pg_get_serial_sequence('participant', 'id'), :last)").param("last", people + count)
                    .query(Long.class).single();
        });
    }

    private void copy(String table, String key, String changes, Long[] templates, long base, long people, int count) {
        jdbc.sql("insert into " + table + " overriding system value select r.* "
                + COPIES.formatted(table, key, changes)).param("templates", templates).param("base", base)
                .param("people", people).param("count", count).update();
    }

    void analyze() {
        jdbc.sql("vacuum analyze").update();
    }
}
