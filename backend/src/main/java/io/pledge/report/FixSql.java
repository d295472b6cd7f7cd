package io.pledge.report;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import io.pledge.organisation.Scope;
import io.pledge.sql.Sql;

/** Problem reports and fixes as SQL: one place in which filter and scope become conditions, for the figures and their lists. */
final class FixSql {
    /**
     * The clock of a promise stands still while the customer is asked for a yes; it counts at the time it had before. Superseded and withdrawn promises, those on hold and those that a reopening voided are no fixes that are due.
     */
    private static final String FIXES = """
            (select true as report, t.id as ticket_id, 0 as sequence, t.submitted_at as at, t.submitted_at,
                    cast(null as timestamptz) as due_at, cast(null as timestamptz) as accepted_at, t.ended_at, t.title,
                    t.kind, t.severity, t.customer_id, t.unit_id
             from ticket t
             where t.kind in ('FAULT', 'REPAIR') and t.submitted_at >= :from and t.submitted_at < :until and {reports}
             union all
             select false, t.id, p.sequence, p.counts_at, t.submitted_at, p.counts_at,
                    a.accepted_at, t.ended_at, t.title, t.kind, t.severity, t.customer_id, p.unit_id
             from promise p join ticket t on t.id = p.ticket_id
             left join lateral (select min(r.outcome_at) as accepted_at from resolution r
                                where r.ticket_id = p.ticket_id and r.outcome = 'CONFIRMED' and r.outcome_at >= p.made_at) a on true
             where p.kind = 'RESOLUTION' and p.ticket_kind in ('FAULT', 'REPAIR') and p.made_at < :until
               and (p.state in ('RUNNING', 'BROKEN') or p.state = 'KEPT' and not p.voided
                    or p.state = 'PAUSED' and t.state = 'RESOLVED') and {fixes}) f
            """;

    private final ReportFilter filter;
    private final Scope scope;
    private final Instant now;

    FixSql(ReportFilter filter, Scope scope, Instant now) {
        this.filter = filter;
        this.scope = scope;
        this.now = now;
    }

    /** Reports and fixes as a table with the alias {@code f}. */
    String table() {
        return FIXES.replace("{reports}", scope.condition("t") + narrowed("t"))
                .replace("{fixes}", scope.condition("t") + narrowed("p"));
    }

    Map<String, Object> parameters() {
        var parameters = FilterParameters.of(filter, scope);
        parameters.put("now", Objects.requireNonNull(Sql.at(now)));
        return parameters;
    }

    private String narrowed(String alias) {
        return (filter.below() == null ? "" : " and {}.unit_path like :below")
                .concat(filter.unit() == null ? "" : " and {}.unit_id = :unit")
                .concat(filter.tier() == null ? "" : " and {}.tier = :tier")
                .concat(filter.level() == null ? "" : " and {}.contract_level = :level").replace("{}", alias);
    }
}
