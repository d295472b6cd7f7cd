package io.pledge.survey;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.Misprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The operator's file of surveys. */
class SurveyFileTests {
    private static final Path FILE = Path.of("config/survey.yml");

    @TempDir
    private Path folder;

    @Test
    void theFileThatComesWithTheHouseIsRead() {
        assertThat(SurveyFile.read(FILE).questions()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            delay: PT24H | dealy: PT24H | 0 | unknown key 'dealy'
            delay: PT24H | delay: -PT24H | 0 | a duration cannot be negative
            delay: PT24H | delay: P99999999D | 0 | more than ten years
            delay: PT24H | delay: PT24H\\ndelay: PT1H | 1 | 'delay' is given twice
            answer-within: P14D | answer-within: PT0S | 0 | longer than nothing
            call-within: PT24H | call-within: a day | 0 | a duration such as PT4H
            low-score: 6 | low-score: 10 | 0 | between 0 and 9
            low-score: 6 | low-score: six | 0 | a whole number
            key: solved | key: kept-word | 0 | the question 'kept-word' is asked twice
            key: solved | key: Solved it | 0 | a key is small letters
                zh-CN: 问题真正解决了吗？ | "" | -2 | 'zh-CN' is missing
            questions: | questions: [ | 1 | no valid YAML
            """)
    void aMistakeIsNamedWithFileLineAndReason(String right, String wrong, int below, String reason) {
        var misprint = Misprint.in(FILE, folder, right, wrong);

        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> SurveyFile.read(misprint.file()))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(misprint.file().toString());
                    assertThat(invalid.line()).isEqualTo(misprint.line() + below);
                    assertThat(invalid.reason()).contains(reason);
                });
    }
}
