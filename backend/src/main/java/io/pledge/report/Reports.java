package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sla.PromiseKind;

/** Counts promises: every division of a report in one pass over the promises of its period. */
@Component
public class Reports {
    private static final String COUNT = """
            select grouping(p.tier) as no_tier, grouping(p.unit_id) as no_unit, grouping(p.kind) as no_kind,
                   grouping(week) as no_week, p.tier, p.unit_id, p.kind, p.week,
                   count(*) filter (where {kept}) as kept, count(*) filter (where {late}) as late,
                   count(*) filter (where {overdue}) as overdue, count(*) filter (where {running}) as running,
                   count(*) filter (where {moved}) as moved,
                   count(*) filter (where {unconfirmed}) as unconfirmed
            from (select p.*, cast(date_trunc('week', p.counts_at at time zone :zone) as date) as week
                  from promise p join ticket t on t.id = p.ticket_id where {where}) p
            group by grouping sets ((), (p.tier), (p.unit_id), (p.kind), (week), (p.unit_id, week))
            """;

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param zone in which weeks begin on Monday at midnight */
    public SlaReport of(ReportFilter filter, Scope scope, ZoneId zone, Instant now) {
        var conditions = new PromiseConditions(filter, scope, now);
        var sums = new Sums();
        jdbc.sql(counting(conditions)).params(conditions.parameters()).param("zone", zone.getId())
                .query((row, _) -> {
                    sums.add(row);
                    return row;
                }).list();
        return sums.report();
    }

    /** How many broke by the state the case was in, the most first. */
    public Map<BreakCause, Long> causes(ReportFilter filter, Scope scope, Instant now) {
        var conditions = new PromiseConditions(filter, scope, now).and(PromiseOutcome.BROKEN.condition());
        var causes = new java.util.LinkedHashMap<BreakCause, Long>();
        jdbc.sql(
                "select cause, count(*) as broken from (select %s as cause from promise p join ticket t on t.id = p.ticket_id where %s) c group by cause order by broken desc, cause"
                        .formatted(BreakCause.column(), conditions.sql()))
                .params(conditions.parameters())
                .query((row, _) -> causes.put(BreakCause.valueOf(row.getString("cause")), row.getLong("broken")))
                .list();
        return causes;
    }

    private static String counting(PromiseConditions conditions) {
        return COUNT.replace("{kept}", PromiseOutcome.KEPT.condition())
                .replace("{late}", PromiseOutcome.LATE.condition())
                .replace("{overdue}", PromiseOutcome.OVERDUE.condition())
                .replace("{running}", PromiseOutcome.RUNNING.condition())
                .replace("{moved}", PromiseOutcome.MOVED.condition())
                .replace("{unconfirmed}", PromiseOutcome.UNCONFIRMED.condition())
                .replace("{where}", conditions.sql());
    }

    /** Puts each counted row where it belongs. */
    private static final class Sums {
        private Counted all = Counted.NONE;
        private final Map<Tier, Counted> byTier = new EnumMap<>(Tier.class);
        private final Map<UnitId, Counted> byUnit = new HashMap<>();
        private final Map<PromiseKind, Counted> byKind = new EnumMap<>(PromiseKind.class);
        private final SortedMap<LocalDate, Counted> byWeek = new TreeMap<>();
        private final Map<UnitId, SortedMap<LocalDate, Counted>> unitWeeks = new HashMap<>();

        void add(ResultSet row) throws SQLException {
            var counted = new Counted(row.getLong("kept"), row.getLong("late"), row.getLong("overdue"),
                    row.getLong("running"), row.getLong("moved"), row.getLong("unconfirmed"));
            boolean unit = row.getInt("no_unit") == 0;
            boolean week = row.getInt("no_week") == 0;
            if (unit && week) {
                unitWeeks.computeIfAbsent(unit(row), _ -> new TreeMap<>()).put(week(row), counted);
            } else if (unit) {
                byUnit.put(unit(row), counted);
            } else if (week) {
                byWeek.put(week(row), counted);
            } else if (row.getInt("no_tier") == 0) {
                byTier.put(Tier.valueOf(row.getString("tier")), counted);
            } else if (row.getInt("no_kind") == 0) {
                byKind.put(PromiseKind.valueOf(row.getString("kind")), counted);
            } else {
                all = counted;
            }
        }

        SlaReport report() {
            return new SlaReport(all, byTier, byUnit, byKind, byWeek, unitWeeks);
        }

        private static UnitId unit(ResultSet row) throws SQLException {
            return new UnitId(row.getLong("unit_id"));
        }

        private static LocalDate week(ResultSet row) throws SQLException {
            return row.getObject("week", LocalDate.class);
        }
    }
}
