package io.pledge.steps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/** Forms and steps of cases as stored. */
@Component
class StepRows {
    private static final TypeReference<Map<String, String>> WRITTEN = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final StepsVersions versions;
    private final JsonMapper json;

    StepRows(JdbcClient jdbc, NamedParameterJdbcTemplate template, StepsVersions versions, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.versions = versions;
        this.json = json;
    }

    /** A case that has come in: every step of its kind waits. */
    void begin(Ticket ticket, long version, List<New> steps) {
        jdbc.sql("insert into case_form (ticket_id, version_id) values (:ticket, :version)")
                .param("ticket", ticket.id().value()).param("version", version).update();
        template.batchUpdate("""
                insert into case_step (ticket_id, step, ordinal, state, doer, unit_id)
                values (:ticket, :step, :ordinal, 'WAITING', :doer, :unit)
                """, steps.stream().map(step -> new MapSqlParameterSource("ticket", ticket.id().value())
                .addValue("step", step.definition.key()).addValue("ordinal", steps.indexOf(step))
                .addValue("doer", step.definition.by().who().name())
                .addValue("unit", step.unit == null ? null : step.unit.value())).toArray(SqlParameterSource[]::new));
    }

    /** What was told in the form, where nothing was told before. */
    void tell(TicketId ticket, Map<String, String> answers) {
        jdbc.sql("update case_form set answers = :answers::jsonb where ticket_id = :ticket and answers = '{}'")
                .param("answers", json.writeValueAsString(answers)).param("ticket", ticket.value()).update();
    }

    /** Waits until nobody else does steps of the case. */
    void lock(TicketId ticket) {
        jdbc.sql("select ticket_id from case_form where ticket_id = :ticket for update").param("ticket", ticket.value())
                .query(Long.class).optional();
    }

    /** Empty for a case that came in before there were steps. */
    Optional<StepSheet> of(Ticket ticket) {
        return jdbc.sql("select * from case_form where ticket_id = :ticket").param("ticket", ticket.id().value())
                .query((row, _) -> sheet(ticket, row)).optional();
    }

    private StepSheet sheet(Ticket ticket, ResultSet form) throws SQLException {
        long version = form.getLong("version_id");
        var kind = versions.book(version).of(ticket.kind());
        var steps = jdbc.sql("select * from case_step where ticket_id = :ticket order by ordinal")
                .param("ticket", ticket.id().value()).query((row, _) -> step(row, kind)).list();
        return new StepSheet(ticket.id(), version, kind, written(form.getString("answers")), steps);
    }

    /** A row of {@code case_step} with the definition under which its case came in. */
    CaseStep step(ResultSet row, KindSteps kind) throws SQLException {
        var unit = Sql.optionalLong(row, "unit_id");
        var by = Sql.optionalLong(row, "done_by");
        return new CaseStep(row.getLong("id"), new TicketId(row.getLong("ticket_id")),
                kind.step(row.getString("step")).orElseThrow(), StepState.valueOf(row.getString("state")),
                unit == null ? null : new UnitId(unit), Sql.optionalInstant(row, "ready_at"),
                Sql.optionalInstant(row, "due_at"), Sql.optionalInstant(row, "done_at"),
                by == null ? null : new PersonId(by), written(row.getString("written")));
    }

    void done(CaseStep step, Map<String, String> values, @Nullable PersonId by, Instant at) {
        jdbc.sql("""
                update case_step set state = 'DONE', done_at = :at, done_by = :by, written = :written::jsonb,
                                     attention_at = null where id = :id
                """).param("at", Sql.at(at)).param("by", by == null ? null : by.value())
                .param("written", json.writeValueAsString(values)).param("id", step.id()).update();
    }

    /** Steps that can be done from now on. */
    void open(List<Opened> opened) {
        template.batchUpdate("""
                update case_step set state = 'OPEN', ready_at = :ready, due_at = :due, attention_at = :attention,
                                     told_at = null, overdue_at = null, done_at = null, done_by = null where id = :id
                """, opened.stream().map(one -> new MapSqlParameterSource("id", one.step.id())
                .addValue("ready", Sql.at(one.at)).addValue("due", Sql.at(one.dueAt))
                .addValue("attention", Sql.at(one.attentionAt))).toArray(SqlParameterSource[]::new));
    }

    /** Steps that can not be done now: they wait, are not needed, or their case has ended. */
    void rest(List<CaseStep> steps, StepState state) {
        if (!steps.isEmpty()) {
            jdbc.sql("""
                    update case_step set state = :state, ready_at = null, due_at = null, attention_at = null
                    where id = any(:ids)
                    """).param("state", state.name())
                    .param("ids", steps.stream().map(CaseStep::id).toArray(Long[]::new)).update();
        }
    }

    /** Whether what is still owed for a case is owed though it has closed. */
    void outlive(TicketId ticket, boolean closed) {
        jdbc.sql("""
                update case_step set outlived = :closed where ticket_id = :ticket and state in ('WAITING', 'OPEN')
                """).param("closed", closed).param("ticket", ticket.value()).update();
    }

    private Map<String, String> written(String text) {
        return json.readValue(text, WRITTEN);
    }

    /** A step of a case that comes in. */
    record New(StepDefinition definition, @Nullable UnitId unit) {}

    /** A step that can be done, and when something happens to it. */
    record Opened(CaseStep step, Instant at, @Nullable Instant dueAt, @Nullable Instant attentionAt) {}
}
