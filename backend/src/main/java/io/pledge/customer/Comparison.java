package io.pledge.customer;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.DryRun.Difference;

import static io.pledge.customer.SheetSql.quoted;

/** Staged lines beside the rows that they are about: in {@code compared} stands each line that would change its row, with what would change. */
final class Comparison {
    private final JdbcClient jdbc;
    private final Staging staging;

    private Comparison(JdbcClient jdbc, Staging staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    /** How many lines do what. @param fingerprint other where anything else would happen */
    record Counts(int added, int changed, int unchanged, String fingerprint) {}

    static Comparison of(JdbcClient jdbc, Staging staging) {
        jdbc.sql("drop table if exists pg_temp.compared").update();
        jdbc.sql("""
                 create temp table compared on commit drop as
                 select s.line, r.customer_id as former_customer_id, d.fields
                 from staged s join (%s) r on r.id = s.target_id
                 cross join lateral (
                     select jsonb_object_agg(f.name, jsonb_build_array(f.before, f.after)) as fields
                     from (values %s) f(name, before, after) where f.before is distinct from f.after) d
                 where d.fields is not null
                 """.formatted(SheetSql.rows(staging.sheet()), SheetSql.list(staging.columns(),
                column -> "('%s', r.%s, s.%s)".formatted(column.name(), quoted(column), quoted(column))))).update();
        return new Comparison(jdbc, staging);
    }

    Counts counts() {
        String line = SheetSql.list(staging.columns(), column -> "s." + quoted(column));
        return jdbc.sql("""
                select count(*) filter (where s.target_id is null) as added, count(c.line) as changed,
                       count(*) filter (where s.target_id is not null and c.line is null) as unchanged,
                       coalesce(sum(hashtextextended(cast(row(s.line, s.target_id, c.fields, %s) as text), 0)), 0)
                           as fingerprint
                from staged s left join compared c on c.line = s.line
                """.formatted(line)).query((row, n) -> new Counts(row.getInt("added"), row.getInt("changed"),
                row.getInt("unchanged"), row.getString("fingerprint"))).single();
    }

    List<Difference> differences(int most) {
        Sheet sheet = staging.sheet();
        return jdbc.sql("""
                select c.line, s."%s" as name, cast(c.fields as text) as fields
                from compared c join staged s on s.line = c.line order by c.line limit %d
                """.formatted(SheetSql.naming(sheet), most))
                .query((row, n) -> new Difference(row.getInt("line"), String.valueOf(row.getString("name")),
                        ChangedFields.read(sheet, row.getString("fields"))))
                .list();
    }
}
