package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sla.TierBudgets;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * The shares of tiers that were overrun in a period, counted and listed. They are no broken promises and stand in no other
 * figure; which kind of promise is asked for has no meaning here.
 */
@Component
public class OverrunBudgets {
    private static final String STOPPED = """
            select b.unit_id, b.tier, count(*) as overrun,
                   sum(greatest(b.used_seconds - b.allowance_seconds, 0)) as over
            from tier_budget b join ticket t on t.id = b.ticket_id
            where b.running_since is null and %s group by b.unit_id, b.tier
            """;
    private static final String LIST = """
            select b.*, t.title, t.kind, t.severity, c.name as customer
            from tier_budget b join ticket t on t.id = b.ticket_id left join customer c on c.id = t.customer_id
            where %s order by b.overrun_at, b.ticket_id, b.tier, b.round
            """;
    private static final String AFTER = " and (b.overrun_at, b.ticket_id, b.tier, b.round) > (:at, :ticket, :behind, :round)";
    private static final int FETCHED = 1000;

    private final JdbcClient jdbc;
    private final TierBudgets budgets;

    OverrunBudgets(JdbcClient jdbc, TierBudgets budgets) {
        this.jdbc = jdbc;
        this.budgets = budgets;
    }

    /** By unit and tier, in one pass; what a clock adds that still runs is counted as of now. */
    public List<OverrunCount> counts(ReportFilter filter, Scope scope, Instant now) {
        var stopped = jdbc.sql(STOPPED.formatted(conditions(filter, scope))).params(FilterParameters.of(filter, scope))
                .query((row, _) -> new OverrunCount(new UnitId(row.getLong("unit_id")),
                        Tier.valueOf(row.getString("tier")), row.getLong("overrun"),
                        WorkingTime.ofSeconds(row.getLong("over"))))
                .list();
        var running = jdbc.sql(LIST.formatted("b.running_since is not null and " + conditions(filter, scope)))
                .params(FilterParameters.of(filter, scope)).query((row, _) -> overrun(row, now)).list();
        return List.copyOf(Stream.concat(stopped.stream(),
                running.stream().map(one -> new OverrunCount(one.unit(), one.tier(), 1, one.over())))
                .collect(Collectors.toMap(one -> List.of(one.unit(), one.tier()), Function.identity(),
                        OverrunCount::plus))
                .values());
    }

    /** @param after the last one of the page before; null for the first page */
    public List<OverrunBudget> page(ReportFilter filter, Scope scope, Instant now, OverrunBudget.@Nullable Cursor after,
            int size) {
        var parameters = FilterParameters.of(filter, scope);
        parameters.put("size", size);
        if (after != null) {
            parameters.putAll(Map.of("at", Objects.requireNonNull(Sql.at(after.overrunAt())), "ticket", after.ticket(),
                    "behind", after.tier().name(), "round", after.round()));
        }
        return jdbc.sql(LIST.formatted(conditions(filter, scope) + (after == null ? "" : AFTER)) + " limit :size")
                .params(parameters).query((row, _) -> overrun(row, now)).list();
    }

    /** Hands over the whole list row by row, however long it is. */
    @Transactional(readOnly = true)
    public void all(ReportFilter filter, Scope scope, Instant now, Consumer<OverrunBudget> to) {
        try (var rows = jdbc.sql(LIST.formatted(conditions(filter, scope))).withFetchSize(FETCHED)
                .params(FilterParameters.of(filter, scope)).query((row, _) -> overrun(row, now)).stream()) {
            rows.forEach(to);
        }
    }

    /** The one place in which filter and scope become SQL, so that a figure and its list cannot differ. */
    private static String conditions(ReportFilter filter, Scope scope) {
        return "b.overrun_at >= :from and b.overrun_at < :until and " + scope.condition("t")
                + (filter.below() == null ? "" : " and b.unit_path like :below")
                + (filter.unit() == null ? "" : " and b.unit_id = :unit")
                + (filter.tier() == null ? "" : " and b.tier = :tier")
                + (filter.level() == null ? "" : " and t.contract_level = :level");
    }

    private OverrunBudget overrun(ResultSet row, Instant now) throws SQLException {
        var person = Sql.optionalLong(row, "person_id");
        var allowance = WorkingTime.ofSeconds(row.getLong("allowance_seconds"));
        var over = used(row, now).minus(allowance);
        return new OverrunBudget(new TicketId(row.getLong("ticket_id")), row.getString("title"),
                TicketKind.valueOf(row.getString("kind")), Severity.valueOf(row.getString("severity")),
                row.getString("customer"), row.getInt("round"), Sql.instant(row, "overrun_at"), allowance,
                over.isNegative() ? WorkingTime.ZERO : over, row.getObject("running_since") != null,
                new UnitId(row.getLong("unit_id")), Tier.valueOf(row.getString("tier")),
                person == null ? null : new PersonId(person));
    }

    private WorkingTime used(ResultSet row, Instant now) throws SQLException {
        var before = WorkingTime.ofSeconds(row.getLong("used_seconds"));
        var since = Sql.optionalInstant(row, "running_since");
        if (since == null) {
            return before;
        }
        var until = Sql.instant(row, "running_until");
        return before.plus(budgets.counted(row.getLong("calendar_version"), since, now.isBefore(until) ? now : until));
    }
}
