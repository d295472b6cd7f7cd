package io.pledge.survey;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the operator's file says of surveys. All durations are on the wall clock.
 *
 * @param delay from the closing of a case to the question
 * @param notAgainWithin how long nobody is asked again
 * @param answerWithin how long after sending it can be answered
 * @param changeWithin how long after the first answer it can be changed
 * @param lowScore the highest score, of 10, after which somebody calls
 * @param callWithin how soon after such an answer
 */
public record SurveyRules(Duration delay, Duration notAgainWithin, Duration answerWithin, Duration changeWithin,
        int lowScore, Duration callWithin, List<Question> questions) {
    /** The best score. */
    public static final int BEST = 10;

    /** Whether somebody has to call after this score. */
    public boolean isLow(int score) {
        return score <= lowScore;
    }

    /**
     * A question answered with yes, partly or no.
     *
     * @param texts by the tag of the language
     */
    public record Question(String key, Map<String, String> texts) {

        /** The question in this language, English where it is another one. */
        public String text(Locale language) {
            var text = "zh".equals(language.getLanguage()) ? texts.get("zh-CN") : texts.get("en");
            return Objects.requireNonNull(text);
        }
    }
}
