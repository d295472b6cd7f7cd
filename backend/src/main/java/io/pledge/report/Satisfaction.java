package io.pledge.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** What customers said who were asked in a period; the last answer to a survey counts. */
@Component
public class Satisfaction {
    private static final String ASKED = """
            from survey s join ticket t on t.id = s.ticket_id
            left join lateral (select r.score, r.answered_at from survey_response r where r.survey_id = s.id
                               order by r.id desc limit 1) r on true
            left join recovery_call c on c.survey_id = s.id
            where s.sent_at >= :from and s.sent_at < :until and %s
            """;

    private final JdbcClient jdbc;

    Satisfaction(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part of the surveys. */
    public enum Part {
        ASKED("true"), ANSWERED("r.score is not null"), LOW("c.id is not null");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /**
     * How satisfied they are.
     *
     * @param asked surveys that were sent
     * @param answered of these, those with an answer
     * @param low of these, those whose score opened a recovery call
     * @param average of the scores from 0 to 10; null where nobody answered
     */
    public record Summary(long asked, long answered, long low, @Nullable Double average) {}

    /**
     * A survey in the list behind a figure.
     *
     * @param score null while there is no answer
     */
    public record Said(long survey, TicketId ticket, String title, UnitId unit, Instant askedAt,
            @Nullable Integer score, @Nullable Instant answeredAt) {}

    public Summary summary(ReportFilter filter, Scope scope) {
        return jdbc.sql("""
                        select count(*) as asked, count(r.score) as answered, count(c.id) as low, avg(r.score) as average
                        """ + asked(filter, scope)).params(FilterParameters.of(filter, scope))
                .query((row, index) -> new Summary(row.getLong("asked"), row.getLong("answered"), row.getLong("low"),
                        row.getBigDecimal("average") == null ? null : row.getBigDecimal("average").doubleValue()))
                .single();
    }

    /**
     * A page of the surveys behind a figure.
     *
     * @param after the last one of the page before; 0 for the first page
     */
    public List<Said> list(ReportFilter filter, Part part, Scope scope, long after, int size) {
        return jdbc.sql("select s.id, s.ticket_id, t.title, t.unit_id, s.sent_at, r.score, r.answered_at "
                + asked(filter, scope) + " and " + part.condition + " and s.id > :after order by s.id limit :size")
                .params(FilterParameters.of(filter, scope)).param("after", after).param("size", size)
                .query(Satisfaction::said).list();
    }

    private static String asked(ReportFilter filter, Scope scope) {
        return ASKED.formatted(scope.condition("t")) + (filter.below() == null ? "" : " and t.unit_path like :below")
                + (filter.level() == null ? "" : " and t.contract_level = :level");
    }

    private static Said said(ResultSet row, int index) throws SQLException {
        return new Said(row.getLong("id"), new TicketId(row.getLong("ticket_id")), row.getString("title"),
                new UnitId(row.getLong("unit_id")), Sql.instant(row, "sent_at"), row.getObject("score", Integer.class),
                Sql.optionalInstant(row, "answered_at"));
    }
}
