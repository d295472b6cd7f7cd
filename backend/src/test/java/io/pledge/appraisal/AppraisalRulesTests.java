package io.pledge.appraisal;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.Misprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The operator's file of appraisals. */
class AppraisalRulesTests {
    private static final Path FILE = Path.of("config/appraisal.yml");

    @TempDir
    private Path folder;

    @Test
    void theFileThatComesWithTheHouseIsRead() {
        assertThat(AppraisalRules.read(FILE).weights()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            few: 10 | fwe: 10 | 0 | unknown key 'fwe'
            few: 10 | few: 0 | 0 | at least 1
            few: 10 | few: ten | 0 | a whole number
            period: quarter | period: year | 0 | 'year' is none of month, quarter
            zone: Europe/Berlin | zone: Berlin | 0 | no time zone
            object-within: P14D | object-within: -P14D | 0 | cannot be negative
            object-within: P14D | object-within: P99999999D | 0 | more than ten years
            per-complaint: 2.0 | per-complaint: -2 | 0 | cannot be negative
            per-complaint: 2.0 | per-complaint: Infinity | 0 | a number is expected
            promises-kept: 0.5 | promises-kept: 0.6 | 0 | the weights have to make 1 together
            promises-kept: 0.5 | promises-kept: -0.5 | 0 | a weight cannot be negative
            promises-kept: 0.5 | promises: 0.5 | 0 | unknown key 'promises'
            satisfaction: 0.2 | promises-kept: 0.2 | 0 | given twice
            version: 1 | "" | 2 | 'version' is missing
            """)
    void aMistakeIsNamedWithFileLineAndReason(String right, String wrong, int below, String reason) {
        var misprint = Misprint.in(FILE, folder, right, wrong);

        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> AppraisalRules.read(misprint.file()))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(misprint.file().toString());
                    assertThat(invalid.line()).isEqualTo(misprint.line() + below);
                    assertThat(invalid.reason()).contains(reason);
                });
    }
}
