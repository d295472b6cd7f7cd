package io.pledge.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static java.util.stream.Collectors.joining;

/**
 * Remembers the tables as they are when the application is ready (units, calendars, policies read from files) and puts
 * them back. Triggers that refuse changes of histories are bypassed, since this stands outside the application.
 */
public class TestDatabase {
    private static final String TABLES = """
                                         select c.oid::regclass::text as name,
                                                coalesce((xpath('/row/n/text()', query_to_xml(
                                                  'select count(*) as n from (select 1 from ' || c.oid::regclass || ' limit 1) t', false, true, '')))[1]::text, '0') <> '0'
                                                  as filled
                                         from pg_class c
                                         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                                           and c.relname not like 'qrtz_%'
                                         """;
    private static final String COLUMNS = """
                                          select string_agg(quote_ident(attname), ', ') from pg_attribute
                                          where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                                          """;

    private final DataSource source;
    private List<String> kept = List.of();

    TestDatabase(DataSource source) {
        this.source = source;
    }

    /** Copies what there is after the start. */
    @EventListener(ApplicationReadyEvent.class)
    @Order
    void remember() {
        inOneConnection(sql -> {
            sql.sql("create schema kept").update();
            kept = filled(sql);
            kept.forEach(table -> sql.sql("create table kept." + table + " as table " + table).update());
        });
    }

    /** Puts back what there was after the start. */
    public void reset() {
        inOneConnection(sql -> {
            sql.sql("set session_replication_role = replica").update();
            var statements = filled(sql).stream().map(table -> "delete from " + table).collect(joining(";"));
            Optional.of(statements).filter(s -> !s.isEmpty()).ifPresent(s -> sql.sql(s).update());
            kept.forEach(table -> putBack(sql, table));
            sql.sql("set session_replication_role = default").update();
        });
    }

    private static void putBack(JdbcClient sql, String table) {
        var columns = sql.sql(COLUMNS).param(table).query(String.class).single();
        sql.sql("insert into " + table + " (" + columns + ") overriding system value select " + columns + " from kept."
                + table).update();
    }

    private static List<String> filled(JdbcClient sql) {
        return sql.sql("select name from (" + TABLES + ") t where filled").query(String.class).list();
    }

    private void inOneConnection(Consumer<JdbcClient> work) {
        try (var connection = source.getConnection()) {
            work.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
