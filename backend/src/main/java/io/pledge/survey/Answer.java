package io.pledge.survey;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a customer says.
 *
 * @param score from 0 (very bad) to 10 (excellent)
 * @param answers by the key of the question; questions left out are not there
 * @param comment in the customer's words; null for none
 */
public record Answer(int score, Map<String, Choice> answers, @Nullable String comment) {
    /** The longest comment taken, in characters. */
    public static final int LONGEST_COMMENT = 4000;

    /** @throws IllegalArgumentException for a score that is none or a comment that is too long */
    public Answer {
        if (score < 0 || score > SurveyRules.BEST) {
            throw new IllegalArgumentException("no score: " + score);
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("the comment is too long");
        }
        answers = Map.copyOf(answers);
    }

    /** An answer to one question. */
    public enum Choice {
        YES, PARTLY, NO
    }
}
