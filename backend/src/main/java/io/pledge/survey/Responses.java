package io.pledge.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.sql.Sql;
import io.pledge.ticket.Refused;

/** What customers answered. */
@Component
public class Responses {
    private static final TypeReference<Map<String, Answer.Choice>> CHOICES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Surveys surveys;
    private final RecoveryCalls calls;
    private final SurveyRules rules;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Responses(JdbcClient jdbc, Surveys surveys, RecoveryCalls calls, SurveyRules rules, JsonMapper json,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.calls = calls;
        this.rules = rules;
        this.json = json;
        this.events = events;
    }

    /** The last answer to a survey. */
    public Optional<Response> of(long survey) {
        return jdbc
                .sql("""
                     select r.*, c.body, (select min(answered_at) from survey_response where survey_id = r.survey_id) first_at
                     from survey_response r left join survey_comment c on c.response_id = r.id
                     where r.survey_id = :survey order by r.id desc limit 1
                     """)
                .param("survey", survey).query(this::response).optional();
    }

    /** Until when an answer that was given can still be changed. */
    public Instant changeableUntil(Response response) {
        return response.firstAt().plus(rules.changeWithin());
    }

    /**
     * Writes down what a customer says to a survey that was sent. The same answer again changes nothing; another one
     * replaces it while it may be changed. A low score opens a recovery call, once.
     *
     * @param at the moment of answering
     * @throws Refused with {@code surveyExpired} where it was never sent or its time is over, with
     *     {@code surveyAnswered} where it was answered and can no longer be changed
     */
    @Transactional
    public void answer(long survey, Answer answer, Instant at) {
        var asked = surveys.lock(survey).stream().findFirst().orElseThrow(() -> new Refused("surveyExpired"));
        var before = of(survey);
        if (before.filter(response -> response.answer().equals(answer)).isPresent()) {
            return;
        }
        require(asked, before, at);
        write(survey, answer, at);
        boolean low = rules.isLow(answer.score());
        events.publishEvent(new SurveyAnswered(survey, asked.ticket(), answer.score(), low, at));
        if (low) {
            calls.open(asked, answer.score(), at);
        }
    }

    private void require(Survey asked, Optional<Response> before, Instant at) {
        if (before.filter(response -> at.isAfter(changeableUntil(response))).isPresent()) {
            throw new Refused("surveyAnswered");
        }
        if (before.isEmpty() && asked.expiresAt() != null && !at.isBefore(asked.expiresAt())) {
            throw new Refused("surveyExpired");
        }
    }

    private void write(long survey, Answer answer, Instant at) {
        long response = jdbc.sql("""
                                 insert into survey_response (survey_id, score, answers, answered_at)
                                 values (:survey, :score, :answers::jsonb, :at) returning id
                                 """).param("survey", survey).param("score", answer.score())
                .param("answers", json.writeValueAsString(answer.answers())).param("at", Sql.at(at))
                .query(Long.class).single();
        if (answer.comment() != null && !answer.comment().isBlank()) {
            jdbc.sql("insert into survey_comment (response_id, body) values (:id, :body)").param("id", response)
                    .param("body", answer.comment().strip()).update();
        }
    }

    private Response response(ResultSet row, int index) throws SQLException {
        var answer = new Answer(row.getInt("score"), json.readValue(row.getString("answers"), CHOICES),
                comment(row));
        return new Response(row.getLong("id"), row.getLong("survey_id"), answer, Sql.instant(row, "first_at"),
                Sql.instant(row, "answered_at"));
    }

    private static @Nullable String comment(ResultSet row) throws SQLException {
        return row.getString("body");
    }
}
