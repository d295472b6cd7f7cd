package io.pledge.demo;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.lessons.Lessons;
import io.pledge.organisation.Staff;
import io.pledge.survey.Answer;
import io.pledge.survey.Answer.Choice;
import io.pledge.survey.RecoveryCall;
import io.pledge.survey.RecoveryCalls;
import io.pledge.survey.Responses;
import io.pledge.survey.Surveys;

/** What comes after a case in the stories: what the customer said of it, and what was learned. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class AfterCareDeeds {
    private static final int FINE = 8;
    private static final int FAIR = 6;

    /** A customer who was not asked, because they were asked lately, says nothing. */
    @Bean
    Deeds surveyDeeds(Surveys surveys, Responses responses, RecoveryCalls calls) {
        return Deeds.of(
                Deed.of("survey", scene -> surveys.of(scene.ticket()).filter(survey -> survey.sentAt() != null)
                        .ifPresent(survey -> responses.answer(survey.id(), answer(scene.act()), scene.at()))),
                Deed.of("call-back", scene -> calls.of(scene.ticket()).filter(RecoveryCall::open)
                        .ifPresent(call -> calls.close(call.id(), scene.act().word(1),
                                RecoveryCall.Outcome.valueOf(scene.act().word(0)), scene.staff(), scene.at()))));
    }

    @Bean
    Deeds lessonDeeds(Lessons lessons, Staff staff) {
        return Deeds.of(
                Deed.of("lesson", scene -> lessons.draft(scene.ticket(), scene.staff(), scene.at())),
                Deed.of("publish", scene -> lessons.of(scene.ticket()).ifPresent(lesson -> lessons.publish(lesson.id(),
                        lesson.number(), staff.person(scene.staff()), scene.at()))));
    }

    private static Answer answer(Act act) {
        int score = Integer.parseInt(act.word(0));
        var choice = score >= FINE ? Choice.YES : score >= FAIR ? Choice.PARTLY : Choice.NO;
        return new Answer(score,
                Map.of("kept-word", choice, "solved", score >= FAIR ? Choice.YES : Choice.PARTLY, "understood", choice),
                act.optionalWord(1).orElse(null));
    }
}
