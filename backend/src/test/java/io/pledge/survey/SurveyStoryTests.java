package io.pledge.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Silence;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** From the closing of a case to the survey, the answer, and the call after a low score. */
@PledgeTest
@RecordApplicationEvents
class SurveyStoryTests {
    private static final String MAREK = "marek@vistula.example";

    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Silence silence;
    @Autowired
    Surveys surveys;
    @Autowired
    Responses responses;
    @Autowired
    RecoveryCalls calls;
    @Autowired
    SurveyRules rules;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;
    @Autowired
    ApplicationEvents events;

    @Test
    void aSurveyIsSentOnceAfterTheDelayAndOnlyItsHashIsKept() {
        var id = closed(MAREK);
        clock.advance(rules.delay().minusSeconds(1));
        assertThat(surveys.sweep(clock.instant())).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(surveys.sweep(clock.instant())).isEqualTo(1);
        assertThat(surveys.sweep(clock.instant())).isZero();
        assertThat(sent().ticket()).isEqualTo(id);
        assertThat(sent().token()).hasSize(22);
        assertThat(jdbc.sql("select count(*) from survey where token_hash = :token").param("token", sent().token())
                .query(Long.class).single()).isZero();
        assertThat(surveys.open(sent().token())).isPresent();
    }

    @Test
    void aCaseClosedUnconfirmedIsAskedAboutToo() {
        var id = casebook.open(TicketKind.COMPLAINT, Severity.MAJOR, "hamburg", MAREK);
        resolve(id);
        for (int day = 0; day < 8; day++) {
            clock.advance(Duration.ofDays(1));
            silence.sweep(clock.instant());
        }
        assertThat(surveys.of(id)).isPresent();
    }

    @Test
    void aCaseReopenedBeforeItsSurveyIsNotAskedAboutUntilItClosesAgain() {
        var id = closed(MAREK);
        loop.reopen(id, "it came back", casebook.actor("local-engineer"), clock.instant());
        clock.advance(rules.delay());
        assertThat(surveys.sweep(clock.instant())).isZero();
        assertThat(surveys.of(id).orElseThrow().dropped()).isEqualTo(Survey.Dropped.REOPENED);
        resolve(id);
        confirm(id);
        clock.advance(rules.delay());
        assertThat(surveys.sweep(clock.instant())).isEqualTo(1);
        assertThat(sent().ticket()).isEqualTo(id);
    }

    @Test
    void nobodyIsAskedAgainSoonWhateverTheirSpellingAndNobodyWithoutAddress() {
        send(closed(MAREK));
        var second = closed("Marek@Vistula.example");
        var silent = closed(null);
        clock.advance(rules.delay());
        assertThat(surveys.sweep(clock.instant())).isEqualTo(2);
        assertThat(surveys.of(second).orElseThrow().dropped()).isEqualTo(Survey.Dropped.ASKED_LATELY);
        assertThat(surveys.of(silent).orElseThrow().dropped()).isEqualTo(Survey.Dropped.NO_ADDRESS);
        clock.advance(rules.notAgainWithin());
        var third = closed(MAREK);
        clock.advance(rules.delay());
        surveys.sweep(clock.instant());
        assertThat(surveys.of(third).orElseThrow().sentAt()).isEqualTo(clock.instant());
    }

    @Test
    void anAnswerCanBeChangedForADayAndTheHistoryStays() {
        long survey = send(closed(MAREK));
        responses.answer(survey, answer(9), clock.instant());
        responses.answer(survey, answer(9), clock.instant());
        clock.advance(Duration.ofHours(20));
        responses.answer(survey, answer(8), clock.instant());
        clock.advance(Duration.ofHours(5));
        assertThatThrownBy(() -> responses.answer(survey, answer(7), clock.instant())).isInstanceOf(Refused.class)
                .hasMessageContaining("surveyAnswered");
        assertThat(responses.of(survey).orElseThrow().answer().score()).isEqualTo(8);
        assertThat(jdbc.sql("select count(*) from survey_response").query(Long.class).single()).isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("update survey_response set score = 10").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void aLinkEndsAfterItsTime() throws Exception {
        long survey = send(closed(MAREK));
        var token = sent().token();
        clock.advance(rules.answerWithin());
        assertThat(surveys.open(token)).isEmpty();
        mvc.perform(get("/s/" + token)).andExpect(status().isNotFound());
        assertThatThrownBy(() -> responses.answer(survey, answer(9), clock.instant())).isInstanceOf(Refused.class)
                .hasMessageContaining("surveyExpired");
    }

    @Test
    void aLowScoreOpensOneCallForTheHeadAndSomebodyClosesItOnce() {
        var id = closed(MAREK);
        long survey = send(id);
        responses.answer(survey, answer(rules.lowScore() + 1), clock.instant());
        assertThat(calls.of(id)).isEmpty();
        responses.answer(survey, answer(rules.lowScore()), clock.instant());
        responses.answer(survey, answer(1), clock.instant());
        var call = calls.of(id).orElseThrow();
        assertThat(call.assigned()).isEqualTo(casebook.person("local-head"));
        assertThat(call.score()).isEqualTo(1);
        assertThat(call.dueAt()).isEqualTo(clock.instant().plus(rules.callWithin()));
        assertThat(events.stream(RecoveryCallOpened.class)).hasSize(1);
        clock.advance(rules.callWithin().plusHours(1));
        assertThat(call.overdue(clock.instant())).isTrue();
        calls.close(call.id(), "We talked.", RecoveryCall.Outcome.AGREED, casebook.person("local-head"),
                clock.instant());
        assertThatThrownBy(() -> calls.close(call.id(), "Me too.", RecoveryCall.Outcome.SATISFIED,
                casebook.person("region-head"), clock.instant())).isInstanceOf(Refused.class);
        assertThat(calls.of(id).orElseThrow().said()).isEqualTo("We talked.");
    }

    @Test
    void theCustomerAnswersOnThePageAndAForgedLinkShowsNothing() throws Exception {
        var id = closed(MAREK);
        long survey = send(id);
        var token = sent().token();
        mvc.perform(get("/s/" + token)).andExpect(status().isOk())
                .andExpect(content().string(containsString(id.number().value())));
        mvc.perform(get("/s/AAAAAAAAAAAAAAAAAAAAAA")).andExpect(status().isNotFound());
        mvc.perform(get("/s/x")).andExpect(status().isNotFound());
        mvc.perform(post("/s/AAAAAAAAAAAAAAAAAAAAAA").param("score", "9").with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/s/" + token).param("comment", "<b>slow</b>").with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("&lt;b&gt;slow&lt;/b&gt;")));
        mvc.perform(post("/s/" + token).param("score", "11").with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/s/" + token).param("score", "3").param("q.solved", "PARTLY").param("q.solved2", "NO")
                .param("comment", "Too slow.").with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(responses.of(survey).orElseThrow().answer())
                .isEqualTo(new Answer(3, Map.of("solved", Answer.Choice.PARTLY), "Too slow."));
        mvc.perform(get("/s/" + token)).andExpect(content().string(containsString("We will call you by")));
        mvc.perform(get("/s/" + token + "?lang=zh-CN")).andExpect(content().string(containsString("非常抱歉")));
    }

    @Test
    void onlyWhoSeesTheCaseAndIsNoMereEngineerWritesDownTheCall() throws Exception {
        var id = closed(MAREK);
        responses.answer(send(id), answer(2), clock.instant());
        long call = calls.of(id).orElseThrow().id();
        var number = id.number().value();
        mvc.perform(get("/desk/recovery").with(As.person("local-head")))
                .andExpect(content().string(containsString(number)));
        mvc.perform(get("/desk/recovery").with(As.person("chengdu-head")))
                .andExpect(content().string(not(containsString(number))));
        mvc.perform(get("/desk/recovery/" + call).with(As.person("chengdu-head"))).andExpect(status().isNotFound());
        mvc.perform(close(call).with(As.person("chengdu-head"))).andExpect(status().isNotFound());
        mvc.perform(close(call).with(As.person("local-engineer"))).andExpect(status().isForbidden());
        mvc.perform(post("/desk/recovery/" + call).param("said", " ").with(csrf()).with(As.person("local-head")))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(close(call).with(As.person("local-head"))).andExpect(status().is3xxRedirection());
        mvc.perform(close(call).with(As.person("region-head"))).andExpect(status().isConflict());
        mvc.perform(get("/desk/recovery").with(As.person("local-head")))
                .andExpect(content().string(containsString("Satisfied with our answer")));
    }

    private static MockHttpServletRequestBuilder close(long call) {
        return post("/desk/recovery/" + call).param("said", "We talked.").param("outcome", "SATISFIED").with(csrf());
    }

    private static Answer answer(int score) {
        return new Answer(score, Map.of(), null);
    }

    private SurveySent sent() {
        return events.stream(SurveySent.class).reduce((_, later) -> later).orElseThrow();
    }

    private long send(TicketId id) {
        clock.advance(rules.delay());
        surveys.sweep(clock.instant());
        return surveys.of(id).orElseThrow().id();
    }

    private TicketId closed(@Nullable String email) {
        var id = casebook.open(TicketKind.COMPLAINT, Severity.MAJOR, "hamburg", email);
        resolve(id);
        confirm(id);
        return id;
    }

    private void resolve(TicketId id) {
        Instant now = clock.instant();
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), now);
    }

    private void confirm(TicketId id) {
        loop.confirm(id, new Actor.System(), clock.instant());
    }
}
