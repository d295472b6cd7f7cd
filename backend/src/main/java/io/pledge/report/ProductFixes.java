package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * Problem reports and how fast they were fixed to the customer's satisfaction, counted and listed by {@link FixFigure}. They stand
 * beside the promises: those go by the time of the solution, these by the time of the customer's yes. Which kind of promise is asked for
 * has no meaning here.
 */
@Component
public class ProductFixes {
    private static final String COUNT = """
            select f.severity, {figures},
                   percentile_cont(0.5) within group (order by extract(epoch from f.accepted_at - f.submitted_at))
                     filter (where {due} and f.accepted_at is not null) as seconds
            from {table} group by grouping sets ((), (f.severity))
            """;
    private static final String LIST = """
            select f.*, c.name as customer from {table} left join customer c on c.id = f.customer_id
            where {where} order by f.at, f.ticket_id, f.sequence
            """;
    private static final String BEHIND = " and (f.at, f.ticket_id, f.sequence) > (:at, :ticket, :sequence)";
    private static final int FETCHED = 1000;

    private final JdbcClient jdbc;

    ProductFixes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything of a period in one pass. */
    public FixReport report(ReportFilter filter, Scope scope, Instant now) {
        var fixes = new FixSql(filter, scope, now);
        var bySeverity = new EnumMap<Severity, FixCounts>(Severity.class);
        var all = new FixCounts[]{FixCounts.NONE};
        jdbc.sql(COUNT.replace("{figures}", figures()).replace("{due}", FixFigure.DUE.condition())
                .replace("{table}", fixes.table())).params(fixes.parameters()).query((row, _) -> {
                    var severity = row.getString("severity");
                    if (severity == null) {
                        all[0] = counts(row);
                    } else {
                        bySeverity.put(Severity.valueOf(severity), counts(row));
                    }
                    return row;
                }).list();
        return new FixReport(all[0], bySeverity);
    }

    /**
     * A page of the list behind a figure.
     *
     * @param severity only this one; null for all
     * @param after the last one of the page before; null for the first page
     */
    public List<ProductFix> page(ReportFilter filter, FixFigure figure, @Nullable Severity severity, Scope scope,
            Instant now, ProductFix.@Nullable Cursor after, int size) {
        var fixes = new FixSql(filter, scope, now);
        var parameters = parameters(fixes, severity);
        parameters.put("size", size);
        if (after != null) {
            parameters.putAll(Map.of("at", Objects.requireNonNull(Sql.at(after.at())), "ticket", after.ticket(),
                    "sequence", after.sequence()));
        }
        return jdbc.sql(listing(fixes, figure, severity, after == null ? "" : BEHIND) + " limit :size")
                .params(parameters).query(ProductFixes::fix).list();
    }

    /** Hands over the whole list row by row, however long it is. */
    @Transactional(readOnly = true)
    public void all(ReportFilter filter, FixFigure figure, @Nullable Severity severity, Scope scope, Instant now,
            Consumer<ProductFix> to) {
        var fixes = new FixSql(filter, scope, now);
        try (var rows = jdbc.sql(listing(fixes, figure, severity, "")).withFetchSize(FETCHED)
                .params(parameters(fixes, severity)).query(ProductFixes::fix).stream()) {
            rows.forEach(to);
        }
    }

    private static String figures() {
        return String.join(", ", java.util.Arrays.stream(FixFigure.values())
                .map(figure -> "count(*) filter (where " + figure.condition() + ") as " + figure.name()).toList());
    }

    private static String listing(FixSql fixes, FixFigure figure, @Nullable Severity severity, String behind) {
        return LIST.replace("{table}", fixes.table()).replace("{where}",
                figure.condition() + (severity == null ? "" : " and f.severity = :severity") + behind);
    }

    private static Map<String, Object> parameters(FixSql fixes, @Nullable Severity severity) {
        var parameters = fixes.parameters();
        if (severity != null) {
            parameters.put("severity", severity.name());
        }
        return parameters;
    }

    private static FixCounts counts(ResultSet row) throws SQLException {
        double seconds = row.getDouble("seconds");
        var median = row.wasNull() ? null : Duration.ofSeconds(Math.round(seconds));
        return new FixCounts(row.getLong(FixFigure.REPORTS.name()), row.getLong(FixFigure.DUE.name()),
                row.getLong(FixFigure.ACCEPTED_IN_TIME.name()), median, row.getLong(FixFigure.OVERDUE.name()),
                row.getLong(FixFigure.ACCEPTED_LATE.name()));
    }

    private static ProductFix fix(ResultSet row, int index) throws SQLException {
        return new ProductFix(new TicketId(row.getLong("ticket_id")), row.getInt("sequence"), row.getString("title"),
                TicketKind.valueOf(row.getString("kind")), Severity.valueOf(row.getString("severity")),
                row.getString("customer"), new UnitId(row.getLong("unit_id")), Sql.instant(row, "submitted_at"),
                Sql.instant(row, "at"), Sql.optionalInstant(row, "due_at"), Sql.optionalInstant(row, "accepted_at"));
    }
}
