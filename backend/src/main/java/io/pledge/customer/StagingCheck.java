package io.pledge.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.BadCell.Problem;
import io.pledge.organisation.Calendars;

/** What is wrong with staged lines beside and against what is there. A name that a row has already is no complaint, even if it is gone. */
@Component
class StagingCheck {
    private static final Comparator<BadCell> BY_LINE = Comparator.comparingInt(BadCell::line);
    private final JdbcClient jdbc;
    private final Calendars calendars;

    StagingCheck(JdbcClient jdbc, Calendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** Everything that is wrong, line by line. @param named whether a line is about the row of its name: nobody else's name is taken */
    List<BadCell> badCells(Staging staging, boolean named) {
        Sheet sheet = staging.sheet();
        List<BadCell> bad = new ArrayList<>(staging.bad());
        if (sheet.isOfCustomer()) {
            find(bad, "customer", Problem.CUSTOMER, "s.customer is not null and s.customer_id is null");
        }
        if (named) {
            twice(bad, sheet);
        } else {
            find(bad, SheetSql.naming(sheet), Problem.TAKEN,
                    "exists (select 1 from %s t where %s and t.id is distinct from s.target_id)".formatted(
                            sheet.table(),
                            SheetSql.match(sheet)));
        }
        switch (sheet) {
            case CUSTOMERS -> managers(bad, staging);
            case CONTRACTS -> contracts(bad, staging);
            case SITES -> sites(bad, staging);
            case EQUIPMENT -> equipment(bad, staging);
            case SERVICES -> services(bad);
            case CONTACTS -> {
                // what a contact says is checked value by value
            }
        }
        return bad.stream().sorted(BY_LINE).toList();
    }

    private void managers(List<BadCell> bad, Staging staging) {
        if (staging.has("account_manager")) {
            find(bad, "account_manager", Problem.MANAGER, """
                    s.account_manager is not null and not exists (
                        select 1 from person p join person_role r on r.person_id = p.id and r.role = 'ACCOUNT_MANAGER'
                        where p.username = s.account_manager and p.retired_at is null)
                    and not exists (select 1 from customer t join person p on p.id = t.account_manager_id
                                    where t.id = s.target_id and p.username = s.account_manager)
                    """);
        }
    }

    private void contracts(List<BadCell> bad, Staging staging) {
        if (staging.has("calendar")) {
            String[] names = calendars.names().toArray(String[]::new);
            jdbc.sql("""
                     select s.line, s.calendar from staged s
                     where s.calendar <> all(cast(:names as text[]))
                       and not exists (select 1 from contract t where t.id = s.target_id and t.calendar = s.calendar)
                     """).param("names", names).query(row -> {
                bad.add(new BadCell(row.getInt(1), "calendar", Problem.CALENDAR, row.getString(2), 0));
            });
        }
        String last = staging.has("to")
                ? "cast(s.\"to\" as date)"
                : "(select t.ends_on from contract t where t.id = s.target_id)";
        find(bad, staging.has("to") ? "to" : "from", Problem.ORDER, last + " < cast(s.\"from\" as date)");
    }

    private void sites(List<BadCell> bad, Staging staging) {
        find(bad, "unit", Problem.UNIT, """
                s.unit is not null
                and not exists (select 1 from service_unit u where u.key = s.unit and u.retired_at is null)
                and not exists (select 1 from site t join service_unit u on u.id = t.unit_id
                                where t.id = s.target_id and u.key = s.unit)
                """);
        if (staging.has("retired")) {
            find(bad, "retired", Problem.OCCUPIED, """
                    s.retired is not null
                    and exists (select 1 from equipment e where e.site_id = s.target_id and e.retired_at is null)
                    """);
        }
    }

    private void equipment(List<BadCell> bad, Staging staging) {
        find(bad, "site", Problem.SITE, "s.site is not null and s.customer_id is not null and s.site_id is null");
        find(bad, "site", Problem.CLOSED, """
                exists (select 1 from site t where t.id = s.site_id and t.retired_at is not null) and %s
                """.formatted(staging.has("retired")
                ? "s.retired is null"
                : "not exists (select 1 from equipment t where t.id = s.target_id and t.retired_at is not null)"));
    }

    private void services(List<BadCell> bad) {
        find(bad, "site", Problem.SITE, "s.site is not null and s.customer_id is not null and s.site_id is null");
        find(bad, "contract", Problem.CONTRACT, """
                s.contract is not null and s.customer_id is not null
                and not exists (select 1 from contract k where k.customer_id = s.customer_id
                                and upper(k.number) = upper(s.contract))
                """);
    }

    /** The second of two lines that are about the same row is the bad one. */
    private void twice(List<BadCell> bad, Sheet sheet) {
        List<String> identity = SheetSql.identity(sheet);
        String column = SheetSql.naming(sheet);
        jdbc.sql("""
                 select line, name, first from (
                     select s.line, s."%s" as name, min(s.line) over (partition by %s) as first from staged s
                     where %s is not null) l
                 where first < line order by line
                 """.formatted(column, String.join(", ", identity), identity.getFirst())).query(row -> {
            bad.add(new BadCell(row.getInt(1), column, Problem.TWICE, String.valueOf(row.getString(2)), row.getInt(3)));
        });
    }

    private void find(List<BadCell> bad, String column, Problem problem, String condition) {
        jdbc.sql("select s.line, s.\"%s\" from staged s where %s".formatted(column, condition)).query(row -> {
            String value = row.getString(2);
            bad.add(new BadCell(row.getInt(1), column, problem, value == null ? "" : value, 0));
        });
    }
}
