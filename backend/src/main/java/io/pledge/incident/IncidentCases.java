package io.pledge.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketNumber;
import io.pledge.ticket.TicketState;

/** Which cases belong to which incident, and which might. Of single cases each reader sees their own; the counts are for all. */
@Component
public class IncidentCases {
    /** How long before an incident was declared cases may have come in that are suggested for it. */
    private static final Duration RECENT = Duration.ofDays(3);
    /** Open again by a no that came after the case was counted to an incident. */
    private static final String SAID_NO = """
            t.ended_at is null and t.state <> 'RESOLVED' and exists (
                select from resolution r join incident_case n on n.ticket_id = r.ticket_id and n.detached_at is null
                where r.ticket_id = t.id and r.outcome = 'REJECTED' and r.outcome_at >= n.attached_at)
            """;
    private static final String CASES = """
            select t.*, coalesce(c.name, (select p.name from participant p where p.ticket_id = t.id
                                          order by p.submitter desc, p.id limit 1)) as customer_name, %s as reads,
                   %s as said_no,
                   %s as last_state
            from ticket t left join customer c on c.id = t.customer_id
            """;
    private static final String LAST = """
            (select b.state from broadcast_case b join broadcast m on m.id = b.broadcast_id
             where b.ticket_id = t.id and m.incident_id = :incident order by m.id desc limit 1)
            """;
    private static final String BELONGS = "t.id in (select ic.ticket_id from incident_case ic "
            + "where ic.incident_id = :incident and ic.detached_at is null)";
    private static final String FREE = "t.ended_at is null and not exists (select from incident_case ic "
            + "where ic.ticket_id = t.id and ic.freed_at is null)";

    private final JdbcClient jdbc;

    IncidentCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All cases of an incident, in the order of their numbers. */
    List<TicketId> of(IncidentId incident) {
        return jdbc.sql("""
                        select distinct ticket_id from incident_case
                        where incident_id = :incident and detached_at is null order by ticket_id
                        """).param("incident", incident.value()).query((row, _) -> new TicketId(row.getLong(1)))
                .list();
    }

    /** How the cases of an incident stand. */
    public IncidentCounts counts(IncidentId incident) {
        return counts(List.of(incident)).getOrDefault(incident, IncidentCounts.NONE);
    }

    /** The same for several at once; one that has no cases is not in the map. */
    public Map<IncidentId, IncidentCounts> counts(Collection<IncidentId> incidents) {
        return jdbc.sql("""
                select ic.incident_id, count(*) as cases, count(*) filter (where t.ended_at is null) as open,
                       count(*) filter (where t.state = 'RESOLVED') as asked, count(*) filter (where %s) as no,
                       count(distinct t.customer_id) + count(*) filter (where t.customer_id is null) as customers,
                       min(t.next_due) filter (where t.ended_at is null) as next_due
                from incident_case ic join ticket t on t.id = ic.ticket_id
                where ic.incident_id = any(:incidents) and ic.detached_at is null group by ic.incident_id
                """.formatted(SAID_NO))
                .param("incidents", incidents.stream().map(IncidentId::value).toArray(Long[]::new))
                .query((row, _) -> Map.entry(new IncidentId(row.getLong("incident_id")), new IncidentCounts(
                        row.getLong("cases"), row.getLong("open"), row.getLong("asked"), row.getLong("no"),
                        row.getLong("customers"), Sql.optionalInstant(row, "next_due"))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many of its cases somebody sees. */
    public long seen(IncidentId incident, Scope scope) {
        return jdbc.sql("select count(*) from ticket t where " + BELONGS + " and " + scope.condition("t"))
                .params(scope.parameters()).param("incident", incident.value()).query(Long.class).single();
    }

    /**
     * A page of the cases that somebody sees: those that are open by their next due time, then those that ended.
     *
     * @param after the last case of the page before, null for the first page
     */
    public List<IncidentCase> page(IncidentId incident, Scope scope, @Nullable TicketId after, int size) {
        var place = "(t.ended_at is not null, coalesce(t.next_due, 'infinity'), t.id)";
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("incident", incident.value());
        if (after != null) {
            parameters.put("after", after.value());
        }
        return cases(LAST, BELONGS + " and " + scope.condition("t") + (after == null
                ? ""
                : " and " + place + " > (select a.ended_at is not null, coalesce(a.next_due, 'infinity'), a.id "
                        + "from ticket a where a.id = :after)"),
                "t.ended_at is not null, coalesce(t.next_due, 'infinity'), t.id limit "
                        + size,
                parameters);
    }

    /**
     * Cases that might belong to an incident and to no other: about the same products as those that do, or, where no product is known, of the
     * same region; come in lately, those of the same region first. Only such as somebody sees.
     */
    public List<IncidentCase> suggested(Incident incident, Scope scope, int limit) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("incident", incident.id().value());
        parameters.put("since", Sql.at(incident.declaredAt().minus(RECENT)));
        return cases("null", """
                %s and t.submitted_at >= :since and %s and case
                    when exists (select from ticket t where t.product is not null and %3$s)
                    then t.product in (select t.product from ticket t where %3$s)
                    else exists (select from ticket s where s.id in (select t.id from ticket t where %3$s)
                                 and split_part(s.unit_path, '/', 3) = split_part(t.unit_path, '/', 3)) end
                """.formatted(FREE, scope.condition("t"), BELONGS), """
                (split_part(t.unit_path, '/', 3) in (select split_part(t.unit_path, '/', 3) from ticket t where %s)) desc,
                t.submitted_at desc, t.id desc limit %d
                """.formatted(BELONGS, limit), parameters);
    }

    /** Cases that belong to no incident, found by part of the title or the customer's name, a number or a serial number. */
    public List<IncidentCase> free(String words, Scope scope, int limit) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("words", words.strip());
        parameters.put("number", TicketNumber.read(words).map(TicketId::value).orElse(-1L));
        return cases("null", FREE + " and " + scope.condition("t") + """
                 and (strpos(lower(t.title), lower(:words)) > 0 or t.id = :number or upper(t.serial) = upper(:words)
                      or strpos(lower(coalesce(c.name, '')), lower(:words)) > 0)
                """, "t.submitted_at desc, t.id desc limit " + limit, parameters);
    }

    /** The open incident of each of some cases; one that belongs to none is not in the map. */
    public Map<TicketId, Incident> incidents(Collection<TicketId> tickets) {
        var found = new TreeMap<Long, Incident>();
        jdbc.sql("""
                 select ic.ticket_id, i.* from incident_case ic join incident i on i.id = ic.incident_id
                 where ic.ticket_id = any(:tickets) and ic.freed_at is null
                 """).param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query((row, n) -> found.put(row.getLong("ticket_id"), IncidentRecords.incident(row, n))).list();
        var incidents = new HashMap<TicketId, Incident>();
        found.forEach((ticket, incident) -> incidents.put(new TicketId(ticket), incident));
        return incidents;
    }

    /** The open incident to which a case belongs. */
    public Optional<Incident> incident(TicketId ticket) {
        return Optional.ofNullable(incidents(List.of(ticket)).get(ticket));
    }

    private List<IncidentCase> cases(String last, String condition, String order, Map<String, Object> parameters) {
        return jdbc
                .sql(CASES.formatted(Language.OF_TICKET, SAID_NO, last) + " where " + condition + " order by " + order)
                .params(parameters).query(IncidentCases::one).list();
    }

    private static IncidentCase one(ResultSet row, int index) throws SQLException {
        var assignee = Sql.optionalLong(row, "assignee_id");
        var last = row.getString("last_state");
        return new IncidentCase(new TicketId(row.getLong("id")), row.getString("title"),
                row.getString("customer_name"), Language.read(row.getString("reads")),
                TicketState.valueOf(row.getString("state")), new UnitId(row.getLong("unit_id")),
                assignee == null ? null : new PersonId(assignee), Sql.optionalInstant(row, "next_due"),
                Sql.instant(row, "submitted_at"), row.getBoolean("said_no"),
                last == null ? null : Broadcast.Way.valueOf(last));
    }
}
