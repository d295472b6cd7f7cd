package io.pledge.quality;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.Misprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The operator's file of rulings. */
class QualityRulesTests {
    private static final Path FILE = Path.of("config/quality.yml");

    @TempDir
    private Path folder;

    @Test
    void theFileThatComesWithTheHouseIsRead() {
        assertThat(QualityRules.read(FILE).ruleWithin()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule-within: P5D | rule-wihtin: P5D | 0 | unknown key 'rule-wihtin'
            rule-within: P5D | rule-within: P0D | 0 | longer than nothing
            appeal-within: P14D | appeal-within: -P14D | 0 | cannot be negative
            appeal-within: P14D | appeal-within: P99999999D | 0 | more than ten years
            decide-within: P5D | decide-within: soon | 0 | a duration such as PT4H
            decide-within: P5D | decide-within: P5D\\ndecide-within: P6D | 1 | given twice
            decide-within: P5D | decide-within: | -3 | 'decide-within' is missing
            rule-within: P5D | rule-within: {a: P5D} | 0 | a text is expected
            """)
    void aMistakeIsNamedWithFileLineAndReason(String right, String wrong, int below, String reason) {
        var misprint = Misprint.in(FILE, folder, right, wrong);

        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> QualityRules.read(misprint.file()))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(misprint.file().toString());
                    assertThat(invalid.line()).isEqualTo(misprint.line() + below);
                    assertThat(invalid.reason()).contains(reason);
                });
    }
}
