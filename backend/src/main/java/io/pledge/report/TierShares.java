package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * How the time of the cases that were resolved in a period fell to the tiers, counted and listed. Cases are counted where they came in,
 * whoever resolved them; what is asked of promises, and tier, has no meaning here.
 */
@Component
public class TierShares {
    private static final String COUNT = """
            select home, kind, count(*) as cases, sum(local_seconds / whole) as local,
                   sum(regional_seconds / whole) as regional, sum(headquarters_seconds / whole) as headquarters
            from (select s.*, t.home_unit_id as home, t.kind,
                         cast(s.local_seconds + s.regional_seconds + s.headquarters_seconds as float8) as whole
                  from resolution_share s join ticket t on t.id = s.ticket_id
                  join service_unit h on h.id = t.home_unit_id where %s) c
            group by home, kind
            """;
    private static final String LIST = """
            select s.*, t.title, t.kind, t.severity, t.home_unit_id, c.name as customer
            from resolution_share s join ticket t on t.id = s.ticket_id join service_unit h on h.id = t.home_unit_id
            left join customer c on c.id = t.customer_id
            where %s order by s.resolved_at, s.ticket_id
            """;
    private static final String AFTER = " and (s.resolved_at, s.ticket_id) > (:at, :ticket)";
    private static final int FETCHED = 1000;

    private final JdbcClient jdbc;
    private final Units units;

    TierShares(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** By region and kind, in one pass. @param kind only cases of this kind; null for all */
    public List<ShareCount> counts(ReportFilter filter, @Nullable TicketKind kind, Scope scope) {
        var byHome = jdbc.sql(COUNT.formatted(conditions(filter, kind, scope)))
                .params(parameters(filter, kind, scope))
                .query((row, _) -> new ShareCount(region(new UnitId(row.getLong("home"))),
                        TicketKind.valueOf(row.getString("kind")), row.getLong("cases"), row.getDouble("local"),
                        row.getDouble("regional"), row.getDouble("headquarters")))
                .list();
        return List.copyOf(byHome.stream().collect(Collectors.toMap(one -> List.of(one.unit(), one.kind()),
                Function.identity(), ShareCount::plus)).values());
    }

    /** @param after the last one of the page before; null for the first page */
    public List<SharedCase> page(ReportFilter filter, @Nullable TicketKind kind, Scope scope,
            SharedCase.@Nullable Cursor after, int size) {
        var parameters = parameters(filter, kind, scope);
        parameters.put("size", size);
        if (after != null) {
            parameters.put("at", Objects.requireNonNull(Sql.at(after.resolvedAt())));
            parameters.put("ticket", after.ticket());
        }
        return jdbc.sql(LIST.formatted(conditions(filter, kind, scope) + (after == null ? "" : AFTER)) + " limit :size")
                .params(parameters).query(TierShares::resolved).list();
    }

    /** Hands over the whole list row by row, however long it is. */
    @Transactional(readOnly = true)
    public void all(ReportFilter filter, @Nullable TicketKind kind, Scope scope, Consumer<SharedCase> to) {
        try (var rows = jdbc.sql(LIST.formatted(conditions(filter, kind, scope))).withFetchSize(FETCHED)
                .params(parameters(filter, kind, scope)).query(TierShares::resolved).stream()) {
            rows.forEach(to);
        }
    }

    /** The region above a unit, itself where it is one; a unit that stands below none. */
    private UnitId region(UnitId home) {
        return units.lineUp(home).stream().filter(unit -> unit.tier() == Tier.REGIONAL).map(ServiceUnit::id).findFirst()
                .orElse(home);
    }

    /** The one place in which filter and scope become SQL, so that a figure and its list cannot differ. */
    private static String conditions(ReportFilter filter, @Nullable TicketKind kind, Scope scope) {
        var unit = filter.unit();
        return "s.resolved_at >= :from and s.resolved_at < :until and " + scope.condition("t")
                + (filter.below() == null ? "" : " and h.path like :below")
                + (unit == null ? "" : unit.tier() == Tier.REGIONAL ? " and h.path like :region" : " and h.id = :unit")
                + (filter.level() == null ? "" : " and t.contract_level = :level")
                + (kind == null ? "" : " and t.kind = :kind");
    }

    private static Map<String, Object> parameters(ReportFilter filter, @Nullable TicketKind kind, Scope scope) {
        var parameters = FilterParameters.of(filter, scope);
        if (filter.unit() != null) {
            parameters.put("region", filter.unit().path() + "%");
        }
        if (kind != null) {
            parameters.put("kind", kind.name());
        }
        return parameters;
    }

    private static SharedCase resolved(ResultSet row, int index) throws SQLException {
        var used = new EnumMap<Tier, WorkingTime>(Tier.class);
        used.put(Tier.LOCAL, WorkingTime.ofSeconds(row.getLong("local_seconds")));
        used.put(Tier.REGIONAL, WorkingTime.ofSeconds(row.getLong("regional_seconds")));
        used.put(Tier.HEADQUARTERS, WorkingTime.ofSeconds(row.getLong("headquarters_seconds")));
        return new SharedCase(new TicketId(row.getLong("ticket_id")), row.getString("title"),
                TicketKind.valueOf(row.getString("kind")), Severity.valueOf(row.getString("severity")),
                row.getString("customer"), new UnitId(row.getLong("home_unit_id")), Sql.instant(row, "resolved_at"),
                used);
    }
}
