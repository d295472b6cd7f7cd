package io.pledge.customer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

import static io.pledge.customer.SheetSql.list;

/** Writes staged and compared lines without a fault into the rows of their sheet, and who did it into the history. */
@Component
class SheetWriting {
    private final JdbcClient jdbc;
    private final Clock clock;

    SheetWriting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param file what the lines came with; null: by hand */
    void write(Staging staging, @Nullable UUID file, PersonId by) {
        insert(staging);
        update(staging);
        record(staging, file, by);
    }

    private void insert(Staging staging) {
        jdbc.sql("update staged set fresh = target_id is null").update();
        statement("insert into %s (%s) select %s from staged s where s.fresh order by s.line".formatted(
                staging.sheet().table(), list(staging.columns(), Column::field),
                list(staging.columns(), column -> SheetSql.value(column, "null"))), staging);
        staging.resolve();
        if (!staging.sheet().isOfCustomer()) {
            jdbc.sql("update staged set customer_id = target_id").update();
        }
    }

    private void update(Staging staging) {
        statement("""
                  update %s t set version = t.version + 1, %s
                  from staged s join compared c on c.line = s.line where t.id = s.target_id
                  """.formatted(staging.sheet().table(), list(staging.columns(),
                column -> column.field() + " = " + SheetSql.value(column, "t.retired_at"))), staging);
    }

    private void statement(String sql, Staging staging) {
        var statement = jdbc.sql(sql);
        (staging.has("retired") ? statement.param("now", Sql.at(clock.instant())) : statement).update();
    }

    /** What moves from one customer to another stands in the history of both. */
    private void record(Staging staging, @Nullable UUID file, PersonId by) {
        Sheet sheet = staging.sheet();
        List<String> personal = sheet.columns().stream().filter(Column::personal).map(Column::name).toList();
        jdbc.sql("""
                 insert into customer_change (customer_id, sheet, row_id, subject, what, fields, file_id, person_id, changed_at)
                 select whose, :sheet, s.target_id, %s,
                        case when s.fresh then 'ADDED'
                             when c.fields -> 'retired' ->> 1 is not null then 'RETIRED'
                             when jsonb_exists(c.fields, 'retired') then 'RESTORED' else 'CHANGED' end,
                        (select jsonb_object_agg(f.key, case when f.key = any(cast(:personal as text[])) then '[]' else f.value end)
                         from jsonb_each(c.fields) f),
                        cast(:file as uuid), :by, :now
                 from staged s left join compared c on c.line = s.line
                 cross join lateral (select s.customer_id as whose union select c.former_customer_id) w
                 where (s.fresh or c.line is not null) and whose is not null order by s.line
                 """
                .formatted(personal.contains(SheetSql.naming(sheet)) ? "null" : "s.\"" + SheetSql.naming(sheet) + '"'))
                .param("sheet", sheet.name()).param("personal", personal.toArray(String[]::new))
                .param("file", file).param("by", by.value()).param("now", Sql.at(clock.instant())).update();
    }
}
