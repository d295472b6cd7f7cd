package io.pledge.customer;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.BadCell.Problem;
import io.pledge.customer.CellCheck.Checked;

import static io.pledge.customer.SheetSql.list;
import static io.pledge.customer.SheetSql.quoted;

/**
 * The lines of one sheet in a table of the running transaction, beside what they are about: filled in batches, then asked as a whole.
 * Lines with bad values are there too, so that everything wrong with them is found at once.
 */
final class Staging {
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final Sheet sheet;
    private final List<Column> columns;
    private final List<BadCell> bad = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>(BATCH);
    private final List<List<@Nullable String>> values = new ArrayList<>();

    /** @param columns those that the lines have, in their order */
    Staging(JdbcClient jdbc, Sheet sheet, List<Column> columns) {
        this.jdbc = jdbc;
        this.sheet = sheet;
        this.columns = columns;
        columns.forEach(column -> values.add(new ArrayList<>(BATCH)));
        create();
    }

    /** What a line says. */
    void add(int line, List<String> typed) {
        if (typed.size() != columns.size()) {
            bad.add(new BadCell(line, null, Problem.WIDTH, String.valueOf(typed.size()), columns.size()));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            values.get(i).add(checked(line, columns.get(i), typed.get(i)));
        }
        lines.add(line);
        if (lines.size() == BATCH) {
            flush();
        }
    }

    /** After the last line: finds which row each of them is about. @param row the only one that is meant; null: the one of that name */
    void complete(@Nullable Long row, boolean named) {
        flush();
        jdbc.sql("analyze staged").update();
        if (sheet.isOfCustomer()) {
            jdbc.sql("update staged s set customer_id = (select c.id from customer c where c.key = s.customer)")
                    .update();
        }
        if (sheet == Sheet.EQUIPMENT || sheet == Sheet.SERVICES) {
            jdbc.sql("""
                     update staged s set site_id = t.id from site t
                     where t.customer_id = s.customer_id and t.name = s.site
                     """).update();
        }
        if (named) {
            resolve();
        } else {
            jdbc.sql("update staged set target_id = cast(:row as bigint)").param("row", row).update();
        }
        jdbc.sql("analyze staged").update();
    }

    /** Finds the rows by what they are called. */
    void resolve() {
        jdbc.sql("update staged s set target_id = (select min(t.id) from %s t where %s) where target_id is null"
                .formatted(sheet.table(), SheetSql.match(sheet))).update();
    }

    /** Lines that are bad neither add nor change anything. */
    void leaveOut(List<Integer> bad) {
        jdbc.sql("delete from staged where line = any(:bad)").param("bad", bad.toArray(Integer[]::new)).update();
    }

    Sheet sheet() {
        return sheet;
    }

    List<Column> columns() {
        return columns;
    }

    boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    /** What the lines themselves have wrong. */
    List<BadCell> bad() {
        return bad;
    }

    private @Nullable String checked(int line, Column column, String typed) {
        Checked checked = CellCheck.check(column, typed);
        if (checked.problem() != null) {
            int number = checked.problem() == Problem.LONG ? column.kind().longest() : 0;
            bad.add(new BadCell(line, column.name(), checked.problem(), typed.strip(), number));
        }
        return checked.value();
    }

    private void create() {
        jdbc.sql("drop table if exists pg_temp.staged").update();
        jdbc.sql("""
                 create temp table staged (line int not null, target_id bigint, customer_id bigint, site_id bigint,
                     fresh boolean not null default false, %s) on commit drop
                 """.formatted(list(sheet.columns(), column -> quoted(column) + " text"))).update();
    }

    private void flush() {
        if (lines.isEmpty()) {
            return;
        }
        var statement = jdbc
                .sql("insert into staged (line, %s) select * from unnest(cast(:lines as int[]), %s)".formatted(
                        list(columns, SheetSql::quoted),
                        list(columns, column -> "cast(:" + column.name() + " as text[])")))
                .param("lines", lines.toArray(Integer[]::new));
        for (int i = 0; i < columns.size(); i++) {
            statement = statement.param(columns.get(i).name(), values.get(i).toArray(String[]::new));
            values.get(i).clear();
        }
        statement.update();
        lines.clear();
    }
}
