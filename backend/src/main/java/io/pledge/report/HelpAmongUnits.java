package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The help that units were asked for in a period, counted and listed; tiers and kinds of promises have no meaning here. */
@Component
public class HelpAmongUnits {
    private static final String FROM = " from help_request h join ticket t on t.id = h.ticket_id where ";

    private final JdbcClient jdbc;

    HelpAmongUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the unit that was asked; one that was asked nothing is absent. */
    public List<HelpCount> counts(ReportFilter filter, Scope scope, Instant now) {
        return jdbc
                .sql("select h.unit_id, count(*) as asked, count(*) filter (where " + HelpFigure.IN_TIME.condition()
                        + ") as in_time, count(*) filter (where " + HelpFigure.LATE.condition() + ") as late" + FROM
                        + conditions(filter, scope) + " group by h.unit_id")
                .params(parameters(filter, scope, now))
                .query((row, _) -> new HelpCount(new UnitId(row.getLong("unit_id")), row.getLong("asked"),
                        row.getLong("in_time"), row.getLong("late")))
                .list();
    }

    /** @param after the id of the last one of the page before; zero for the first page */
    public List<Asked> page(ReportFilter filter, HelpFigure figure, Scope scope, Instant now, long after, int size) {
        return jdbc.sql("select h.*, t.title" + FROM + conditions(filter, scope) + " and " + figure.condition()
                + " and h.id > :after order by h.id limit :size").params(parameters(filter, scope, now))
                .param("after", after).param("size", size).query(HelpAmongUnits::asked).list();
    }

    /** The one place in which filter and scope become SQL, so that a figure and its list cannot differ. */
    private static String conditions(ReportFilter filter, Scope scope) {
        return "h.asked_at >= :from and h.asked_at < :until and "
                + scope.condition("t") + (filter.below() == null ? "" : " and h.unit_path like :below")
                + (filter.unit() == null ? "" : " and h.unit_id = :unit")
                + (filter.level() == null ? "" : " and t.contract_level = :level");
    }

    private static Map<String, Object> parameters(ReportFilter filter, Scope scope, Instant now) {
        var parameters = FilterParameters.of(filter, scope);
        parameters.put("now", Objects.requireNonNull(Sql.at(now)));
        return parameters;
    }

    private static Asked asked(ResultSet row, int index) throws SQLException {
        return new Asked(row.getLong("id"), new TicketId(row.getLong("ticket_id")), row.getString("title"),
                row.getString("question"), new UnitId(row.getLong("unit_id")),
                new PersonId(row.getLong("asked_by")), Sql.instant(row, "asked_at"), Sql.instant(row, "due_at"),
                Sql.optionalInstant(row, "ended_at"));
    }

    /**
     * A piece of help that was asked for.
     *
     * @param endedAt when it was answered, declined or taken back; null while it is open
     */
    public record Asked(long id, TicketId ticket, String title, String question, UnitId unit, PersonId by,
            Instant askedAt, Instant dueAt, @Nullable Instant endedAt) {}
}
