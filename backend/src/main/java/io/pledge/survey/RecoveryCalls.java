package io.pledge.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sql.Sql;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;

/** The calls owed after low scores. */
@Component
public class RecoveryCalls {
    private static final Set<Role> CALLERS = Set.of(Role.HEAD, Role.ACCOUNT_MANAGER, Role.QUALITY, Role.MANAGER);
    private static final String CALL = """
                                       select c.*, t.title, p.name, p.phone, r.score, w.body
                                       from recovery_call c
                                       join ticket t on t.id = c.ticket_id
                                       join survey s on s.id = c.survey_id
                                       join participant p on p.id = s.participant_id
                                       join lateral (select id, score from survey_response where survey_id = s.id
                                                     order by id desc limit 1) r on true
                                       left join survey_comment w on w.response_id = r.id
                                       """;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Units units;
    private final SurveyRules rules;
    private final ApplicationEventPublisher events;

    RecoveryCalls(JdbcClient jdbc, Cases cases, Units units, SurveyRules rules, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.units = units;
        this.rules = rules;
        this.events = events;
    }

    /** The calls still owed on cases within the scope, the most urgent first; at most {@code limit}. */
    public List<RecoveryCall> open(Scope scope, int limit) {
        return list(scope, "c.closed_at is null order by c.due_at, c.id", limit);
    }

    /** The calls made on cases within the scope, the latest first; at most {@code limit}. */
    public List<RecoveryCall> closed(Scope scope, int limit) {
        return list(scope, "c.closed_at is not null order by c.closed_at desc, c.id", limit);
    }

    /** A call on a case within the scope. */
    public Optional<RecoveryCall> find(long id, Scope scope) {
        return jdbc.sql(CALL + "where c.id = :id and " + scope.condition("t")).param("id", id)
                .params(scope.parameters()).query(RecoveryCalls::call).optional();
    }

    /** The call of a case, if a low score asked for one. */
    public Optional<RecoveryCall> of(TicketId ticket) {
        return jdbc.sql(CALL + "where c.ticket_id = :ticket").param("ticket", ticket.value())
                .query(RecoveryCalls::call).optional();
    }

    /** Whether somebody with these roles may write down a call; engineers do not call about their own work. */
    public static boolean mayClose(Set<Role> roles) {
        return roles.stream().anyMatch(CALLERS::contains);
    }

    /**
     * Writes down the call. Once closed it stays as it is; closing it again is refused.
     *
     * @param said what was said; not blank
     * @param by somebody whose roles {@linkplain #mayClose may} and who sees the case; the caller checks both
     * @throws Refused with {@code callClosed} where somebody closed it before
     */
    @Transactional
    public void close(long id, String said, RecoveryCall.Outcome outcome, PersonId by, Instant at) {
        var ticket = jdbc
                .sql("""
                     update recovery_call set closed_at = :at, closed_by = :by, outcome = :outcome, said = :said
                     where id = :id and closed_at is null returning ticket_id
                     """)
                .param("at", Sql.at(at)).param("by", by.value()).param("outcome", outcome.name())
                .param("said", said.strip()).param("id", id).query(Long.class).optional()
                .orElseThrow(() -> new Refused("callClosed"));
        events.publishEvent(new RecoveryCallClosed(id, new TicketId(ticket), outcome, by, at));
    }

    void open(Survey survey, int score, Instant at) {
        var unit = units.unit(cases.require(survey.ticket()).unit());
        var head = units.lineUp(unit.id()).stream().map(ServiceUnit::supervisor).filter(Objects::nonNull).findFirst();
        var dueAt = at.plus(rules.callWithin());
        jdbc.sql("""
                 insert into recovery_call (survey_id, ticket_id, unit_id, person_id, opened_at, due_at)
                 values (:survey, :ticket, :unit, :person, :at, :due) on conflict (survey_id) do nothing returning id
                 """).param("survey", survey.id()).param("ticket", survey.ticket().value())
                .param("unit", unit.id().value()).param("person", head.map(PersonId::value).orElse(null))
                .param("at", Sql.at(at)).param("due", Sql.at(dueAt)).query(Long.class).optional()
                .ifPresent(id -> events.publishEvent(new RecoveryCallOpened(id, survey.ticket(), score, unit.id(),
                        head.orElse(null), dueAt, at)));
    }

    private List<RecoveryCall> list(Scope scope, String condition, int limit) {
        return jdbc.sql(CALL + "where " + scope.condition("t") + " and " + condition + " limit :limit")
                .params(scope.parameters()).param("limit", limit).query(RecoveryCalls::call).list();
    }

    private static RecoveryCall call(ResultSet row, int index) throws SQLException {
        var assigned = Sql.optionalLong(row, "person_id");
        var closedBy = Sql.optionalLong(row, "closed_by");
        var outcome = row.getString("outcome");
        return new RecoveryCall(row.getLong("id"), new TicketId(row.getLong("ticket_id")), row.getString("title"),
                row.getString("name"), row.getString("phone"), row.getInt("score"), row.getString("body"),
                new UnitId(row.getLong("unit_id")), assigned == null ? null : new PersonId(assigned),
                Sql.instant(row, "opened_at"), Sql.instant(row, "due_at"), Sql.optionalInstant(row, "closed_at"),
                closedBy == null ? null : new PersonId(closedBy),
                outcome == null ? null : RecoveryCall.Outcome.valueOf(outcome), row.getString("said"));
    }
}
