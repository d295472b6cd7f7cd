package io.pledge.survey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigNode;

/** Reads {@code survey.yml}; what does not make sense is refused with file, line and reason. */
final class SurveyFile {
    private SurveyFile() {}

    static SurveyRules read(Path file) {
        var root = ConfigFile.read(file).allow("delay", "not-again-within", "answer-within", "change-within",
                "low-score", "call-within", "questions");
        int low = root.integer("low-score");
        if (low < 0 || low >= SurveyRules.BEST) {
            throw root.fail("low-score", "a low score lies between 0 and 9");
        }
        return new SurveyRules(root.duration("delay"), root.duration("not-again-within"),
                positive(root, "answer-within"), root.duration("change-within"), low, positive(root, "call-within"),
                questions(root));
    }

    private static List<SurveyRules.Question> questions(ConfigNode root) {
        var questions = new ArrayList<SurveyRules.Question>();
        for (var node : root.optionalList("questions")) {
            var key = node.allow("key", "en", "zh-CN").text("key");
            if (!key.matches("[a-z][a-z0-9-]*")) {
                throw node.fail("key", "a key is small letters, digits and dashes");
            }
            if (questions.stream().anyMatch(other -> other.key().equals(key))) {
                throw node.fail("key", "the question '%s' is asked twice".formatted(key));
            }
            questions.add(
                    new SurveyRules.Question(key, Map.of("en", node.text("en"), "zh-CN", node.text("zh-CN"))));
        }
        return List.copyOf(questions);
    }

    private static Duration positive(ConfigNode root, String key) {
        var duration = root.duration(key);
        if (!duration.isPositive()) {
            throw root.fail(key, "this has to be longer than nothing");
        }
        return duration;
    }
}
