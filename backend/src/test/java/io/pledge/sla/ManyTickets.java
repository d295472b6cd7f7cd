package io.pledge.sla;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.pledge.ticket.TicketId;

/** Fills the database with copies of tickets that were submitted the usual way, by statements that each copy them all. */
public class ManyTickets {
    private static final String COPIES = """
            from generate_series(1, :count) g
            join %1$s t on t.%2$s = (cast(:templates as bigint[]))[1 + g %% cardinality(cast(:templates as bigint[]))]
            cross join lateral jsonb_populate_record(t, %3$s) r
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public ManyTickets(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Adds tickets, each with the ledger, the promises and the people of one of the templates in turn. */
    public void copy(List<TicketId> templates, int count) {
        copy(templates, count, Duration.ZERO);
    }

    /** The same, each submitted and promised everything so much later than the one before. */
    void copy(List<TicketId> templates, int count, Duration step) {
        transaction.executeWithoutResult(_ -> {
            // what they refer to is there: it need not be looked up for every row
            jdbc.sql("set local session_replication_role = replica").update();
            var ids = templates.stream().map(TicketId::value).toArray(Long[]::new);
            var base = jdbc.sql("select last_value from ticket_id_seq").query(Long.class).single();
            var people = jdbc.sql("select coalesce(max(id), 0) from participant").query(Long.class).single();
            var copies = new Copies(ids, base, people, count, step.toNanos() / 1e9);
            copies.of("ticket", "id", "'id', :base + g, 'submission_key', 'copy ' || :base + g",
                    List.of("submitted_at", "next_due"));
            copies.of("ledger_event", "ticket_id", "'ticket_id', :base + g", List.of("occurred_at"));
            copies.of("promise", "ticket_id", "'ticket_id', :base + g",
                    List.of("made_at", "due_at", "counts_at", "warn_at", "attention_at"));
            copies.of("tier_budget", "ticket_id", "'ticket_id', :base + g",
                    List.of("running_since", "running_until", "attention_at"));
            copies.of("participant", "ticket_id", "'ticket_id', :base + g, 'id', :people + g", List.of());
            jdbc.sql("select setval('ticket_id_seq', :last)").param("last", base + count).query(Long.class).single();
            jdbc.sql("select setval(pg_get_serial_sequence('participant', 'id'), :last)").param("last", people + count)
                    .query(Long.class).single();
        });
    }

    /** Lets tickets have begun that much earlier: whoever watches finds at once what fell due since. */
    public void begunEarlier(long firstTicket, Duration by) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("set local session_replication_role = replica").update();
            earlier("ledger_event", "occurred_at = occurred_at - s.by", firstTicket, by);
            earlier("promise", """
                    made_at = made_at - s.by, due_at = due_at - s.by, counts_at = counts_at - s.by, warn_at = warn_at - s.by,
                    attention_at = attention_at - s.by
                    """, firstTicket, by);
            earlier("tier_budget", """
                    running_since = running_since - s.by, running_until = running_until - s.by,
                    attention_at = attention_at - s.by
                    """, firstTicket, by);
        });
    }

    private void earlier(String table, String times, long firstTicket, Duration by) {
        jdbc.sql("update " + table + " set " + times
                + " from (values (make_interval(secs => :seconds))) s (by) where ticket_id >= :first")
                .param("seconds", by.toSeconds()).param("first", firstTicket).update();
    }

    private final class Copies {
        private final Long[] templates;
        private final long base;
        private final long people;
        private final int count;
        private final double step;

        Copies(Long[] templates, long base, long people, int count, double step) {
            this.templates = templates;
            this.base = base;
            this.people = people;
            this.count = count;
            this.step = step;
        }

        void of(String table, String key, String changes, List<String> moments) {
            var later = moments.stream().map(", '%1$s', t.%1$s + g * :step * interval '1 second'"::formatted)
                    .collect(Collectors.joining());
            jdbc.sql("insert into " + table + " overriding system value select r.* "
                    + COPIES.formatted(table, key, "jsonb_build_object(" + changes + later + ")"))
                    .param("templates", templates).param("base", base).param("people", people).param("count", count)
                    .param("step", step).update();
        }
    }

    /** What the database knows of the tables is up to date. */
    public void analyze() {
        jdbc.sql("vacuum analyze").update();
    }
}
