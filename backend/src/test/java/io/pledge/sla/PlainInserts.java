package io.pledge.sla;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that were added since a moment, inserted once more by plain SQL into tables of the same shape. */
class PlainInserts {
    private static final List<String> TABLES = List.of("ledger_event", "ledger_entry", "timeline_entry", "escalation",
            "private_link", "outbox_message");

    private static final String BROKEN = " where state = 'BROKEN'";

    private final JdbcClient jdbc;
    /** The first transaction after that moment; what it and later ones wrote was added. */
    private final long since;

    PlainInserts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.since = jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint").query(Long.class)
                .single();
    }

    /** How many rows were added, and promises broken. */
    long rows() {
        return TABLES.stream().mapToLong(table -> count(table, added())).sum() + count("promise", BROKEN);
    }

    void insertAgain() {
        jdbc.sql("create schema plain").update();
        TABLES.forEach(table -> again(table, added()));
        again("promise", BROKEN);
    }

    private void again(String table, String which) {
        jdbc.sql("create table plain.%1$s (like %1$s including all)".formatted(table)).update();
        jdbc.sql("insert into plain.%1$s overriding system value select * from %1$s%2$s".formatted(table, which))
                .update();
    }

    private long count(String table, String which) {
        return jdbc.sql("select count(*) from " + table + which).query(Long.class).single();
    }

    private String added() {
        return " where xmin::text::bigint >= " + since;
    }
}
