package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sla.PromiseKind;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** The lists behind the figures: the promises that a figure counts, by the time they count at. */
@Component
public class PromiseList {
    private static final String LIST = """
            select p.*, t.title, c.name as customer, case when {kept} then 'KEPT' when {late} then 'LATE'
                       when {overdue} then 'OVERDUE' when {moved} then 'MOVED'
                       when {unconfirmed} then 'UNCONFIRMED' else 'RUNNING' end as became
            from promise p join ticket t on t.id = p.ticket_id left join customer c on c.id = t.customer_id
            where {where} order by p.counts_at, p.ticket_id, p.kind, p.sequence
            """;
    private static final String BEHIND = "(p.counts_at, p.ticket_id, p.kind, p.sequence) > (:at, :ticket, :behind, :sequence)";
    private static final int FETCHED = 1000;

    private final JdbcClient jdbc;

    PromiseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the list.
     *
     * @param cause only those that broke so; null for all
     * @param after the last one of the page before; null for the first page
     */
    public List<CountedPromise> page(ReportFilter filter, PromiseOutcome outcome, @Nullable BreakCause cause,
            Scope scope, Instant now, CountedPromise.@Nullable Cursor after, int size) {
        var conditions = conditions(filter, outcome, cause, scope, now);
        if (after != null) {
            conditions.and(BEHIND, Map.of("at", after.countsAt().atOffset(java.time.ZoneOffset.UTC), "ticket",
                    after.ticket(), "behind", after.kind().name(), "sequence", after.sequence()));
        }
        return jdbc.sql(listing(conditions) + " limit :size").params(conditions.parameters()).param("size", size)
                .query(PromiseList::counted).list();
    }

    /** How many the whole list holds: the figure that opens it. */
    public long count(ReportFilter filter, PromiseOutcome outcome, @Nullable BreakCause cause, Scope scope,
            Instant now) {
        var conditions = conditions(filter, outcome, cause, scope, now);
        return jdbc.sql("select count(*) from promise p join ticket t on t.id = p.ticket_id where " + conditions.sql())
                .params(conditions.parameters()).query(Long.class).single();
    }

    /** Hands over the whole list row by row, however long it is. */
    @Transactional(readOnly = true)
    public void all(ReportFilter filter, PromiseOutcome outcome, @Nullable BreakCause cause, Scope scope, Instant now,
            Consumer<CountedPromise> to) {
        var conditions = conditions(filter, outcome, cause, scope, now);
        try (var rows = jdbc.sql(listing(conditions)).withFetchSize(FETCHED).params(conditions.parameters())
                .query(PromiseList::counted).stream()) {
            rows.forEach(to);
        }
    }

    private static PromiseConditions conditions(ReportFilter filter, PromiseOutcome outcome,
            @Nullable BreakCause cause, Scope scope, Instant now) {
        var conditions = new PromiseConditions(filter, scope, now).and(outcome.condition());
        return cause == null
                ? conditions
                : conditions.and(BreakCause.column() + " = :cause", Map.of("cause", cause.name()));
    }

    private static String listing(PromiseConditions conditions) {
        return LIST.replace("{kept}", PromiseOutcome.KEPT.condition())
                .replace("{late}", PromiseOutcome.LATE.condition())
                .replace("{overdue}", PromiseOutcome.OVERDUE.condition())
                .replace("{moved}", PromiseOutcome.MOVED.condition())
                .replace("{unconfirmed}", PromiseOutcome.UNCONFIRMED.condition())
                .replace("{where}", conditions.sql());
    }

    private static CountedPromise counted(ResultSet row, int index) throws SQLException {
        var person = Sql.optionalLong(row, "person_id");
        return new CountedPromise(new TicketId(row.getLong("ticket_id")), row.getString("title"),
                TicketKind.valueOf(row.getString("ticket_kind")), Severity.valueOf(row.getString("severity")),
                row.getString("customer"), PromiseKind.valueOf(row.getString("kind")), row.getInt("sequence"),
                Sql.instant(row, "made_at"), Sql.instant(row, "counts_at"), Sql.optionalInstant(row, "due_at"),
                Sql.optionalInstant(row, "warn_at"), Sql.optionalInstant(row, "outcome_at"),
                PromiseOutcome.valueOf(row.getString("became")), row.getBoolean("unconfirmed"),
                new UnitId(row.getLong("unit_id")), Tier.valueOf(row.getString("tier")),
                person == null ? null : new PersonId(person), row.getString("policy_line"));
    }
}
