package io.pledge.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.ContractLevel;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;

/** The queues: cases by their next due time, a page at a time, from where the last page ended. */
@Component
public class Queue {
    /** What counts as due soon. */
    public static final Duration SOON = Duration.ofHours(2);
    /** Beyond this nobody counts on: a view that shows more has more than so many. */
    public static final int MOST_COUNTED = 1000;

    private static final String EARLIEST_FIRST = "coalesce(t.next_due, 'infinity'), t.id";

    private final JdbcClient jdbc;

    Queue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of a queue, earliest due first; ended cases latest end first.
     *
     * @param me who looks, for the view of one's own cases
     * @param after the last case of the page before, null for the first page
     */
    public List<QueueRow> page(Scope scope, QueueFilter filter, PersonId me, Instant now, @Nullable TicketId after,
            int size) {
        var parameters = parameters(scope, me, now);
        var conditions = conditions(scope, filter, parameters);
        boolean ended = filter.view() == QueueView.ENDED;
        var order = ended ? "t.ended_at desc, t.id desc" : EARLIEST_FIRST;
        if (after != null) {
            conditions.add(ended
                    ? "(t.ended_at, t.id) < (select a.ended_at, a.id from ticket a where a.id = :after)"
                    : "(coalesce(t.next_due, 'infinity'), t.id) > "
                            + "(select coalesce(a.next_due, 'infinity'), a.id from ticket a where a.id = :after)");
            parameters.put("after", after.value());
        }
        return jdbc.sql("""
                select t.*, c.name as customer_name,
                       (select p.name from participant p where p.ticket_id = t.id order by p.submitter desc, p.id limit 1)
                           as submitter_name,
                       exists (select from escalation e where e.ticket_id = t.id) as escalated
                from ticket t left join customer c on c.id = t.customer_id
                where %s order by %s limit %d
                """.formatted(String.join(" and ", conditions), order, size)).params(parameters).query(Queue::row)
                .list();
    }

    /** How many cases each view would show, at most {@link #MOST_COUNTED}, in one question to the database; ended ones are not counted. */
    public Map<QueueView, Long> counts(Scope scope, PersonId me, Instant now) {
        var parameters = parameters(scope, me, now);
        var columns = new ArrayList<String>();
        for (var view : QueueView.values()) {
            if (view != QueueView.ENDED) {
                columns.add("(select count(*) from (select from ticket t where %s and %s %s limit %d) few) as %s"
                        .formatted(view.condition(), scope.condition("t"), inOrder(view, scope), MOST_COUNTED, view));
            }
        }
        return jdbc.sql("select " + String.join(", ", columns)).params(parameters).query(Queue::counts).single();
    }

    /** Of all that are open the index by due time finds enough at once; left alone, those that ended long ago would be read first. */
    private static String inOrder(QueueView view, Scope scope) {
        return view == QueueView.OPEN && scope.all() ? "order by " + EARLIEST_FIRST : "";
    }

    private static Map<String, Object> parameters(Scope scope, PersonId me, Instant now) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("me", me.value());
        parameters.put("now", Sql.at(now));
        parameters.put("soon", Sql.at(now.plus(SOON)));
        return parameters;
    }

    private static ArrayList<String> conditions(Scope scope, QueueFilter filter, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        conditions.add(filter.view().condition());
        conditions.add(scope.condition("t"));
        narrow(conditions, parameters, "t.unit_id", "unit", filter.unit() == null ? null : filter.unit().value());
        narrow(conditions, parameters, "t.customer_id", "customer",
                filter.customer() == null ? null : filter.customer().value());
        narrow(conditions, parameters, "t.kind", "kind", name(filter.kind()));
        narrow(conditions, parameters, "t.severity", "severity", name(filter.severity()));
        narrow(conditions, parameters, "t.tier", "tier", name(filter.tier()));
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add("(strpos(lower(t.title), lower(:text)) > 0 or t.id = :number"
                    + " or strpos(lower(coalesce(c.name, '')), lower(:text)) > 0 or upper(t.serial) = upper(:text))");
            parameters.put("text", filter.text().strip());
            parameters.put("number", TicketNumber.read(filter.text()).map(TicketId::value).orElse(-1L));
        }
        return conditions;
    }

    private static void narrow(List<String> conditions, Map<String, Object> parameters, String column, String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            parameters.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static QueueRow row(ResultSet row, int index) throws SQLException {
        var assignee = Sql.optionalLong(row, "assignee_id");
        var level = row.getString("contract_level");
        return new QueueRow(new TicketId(row.getLong("id")), row.getString("title"),
                TicketKind.valueOf(row.getString("kind")), Severity.valueOf(row.getString("severity")),
                TicketState.valueOf(row.getString("state")), Tier.valueOf(row.getString("tier")),
                new UnitId(row.getLong("unit_id")), assignee == null ? null : new PersonId(assignee),
                row.getString("customer_name"), level == null ? null : ContractLevel.valueOf(level),
                row.getString("submitter_name"), Sql.optionalInstant(row, "next_due"), row.getString("next_kind"),
                Sql.optionalInstant(row, "awaiting_since"), Sql.instant(row, "submitted_at"),
                Sql.optionalInstant(row, "ended_at"), row.getBoolean("escalated"));
    }

    private static Map<QueueView, Long> counts(ResultSet row, int index) throws SQLException {
        var counts = new EnumMap<QueueView, Long>(QueueView.class);
        for (var view : QueueView.values()) {
            if (view != QueueView.ENDED) {
                counts.put(view, row.getLong(view.name()));
            }
        }
        return counts;
    }
}
