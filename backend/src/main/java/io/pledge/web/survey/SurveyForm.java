package io.pledge.web.survey;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.survey.Answer;
import io.pledge.survey.SurveyRules;

/**
 * What stands in the form of a survey, sent or to be shown again.
 *
 * @param score null while none was chosen
 * @param choices by the key of the question
 * @param errors the key of the message for each field that is wrong
 */
record SurveyForm(@Nullable Integer score, Map<String, Answer.Choice> choices, String comment,
        Map<Field, String> errors) {

    enum Field {
        SCORE, COMMENT
    }

    static SurveyForm empty() {
        return new SurveyForm(null, Map.of(), "", Map.of());
    }

    static SurveyForm of(Answer answer) {
        var comment = answer.comment();
        return new SurveyForm(answer.score(), answer.answers(), comment == null ? "" : comment, Map.of());
    }

    /** Reads what was sent; whatever is no answer to one of the questions is passed over. */
    static SurveyForm read(Map<String, String> sent, List<SurveyRules.Question> questions) {
        var errors = new EnumMap<Field, String>(Field.class);
        var score = score(sent.get("score"));
        if (score == null) {
            errors.put(Field.SCORE, "survey.score.required");
        }
        var comment = sent.getOrDefault("comment", "").replace("\r\n", "\n");
        if (comment.length() > Answer.LONGEST_COMMENT) {
            errors.put(Field.COMMENT, "survey.comment.tooLong");
        }
        return new SurveyForm(score, choices(sent, questions), comment, errors);
    }

    /** The answer, once {@link #errors} is empty. */
    Answer answer() {
        if (score == null) {
            throw new IllegalStateException("no score");
        }
        return new Answer(score, choices, comment.isBlank() ? null : comment.strip());
    }

    private static @Nullable Integer score(@Nullable String sent) {
        return sent != null && sent.matches("10|[0-9]") ? Integer.valueOf(sent) : null;
    }

    private static Map<String, Answer.Choice> choices(Map<String, String> sent,
            List<SurveyRules.Question> questions) {
        var choices = new HashMap<String, Answer.Choice>();
        for (var question : questions) {
            for (var choice : Answer.Choice.values()) {
                if (choice.name().equals(sent.get("q." + question.key()))) {
                    choices.put(question.key(), choice);
                }
            }
        }
        return choices;
    }
}
