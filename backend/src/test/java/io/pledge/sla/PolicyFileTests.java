package io.pledge.sla;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.Misprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The operator's file of policies. */
class PolicyFileTests {
    private static final Path FILE = Path.of("config/sla-policies.yml");

    @TempDir
    private Path folder;

    @Test
    void theFileThatComesWithTheHouseIsRead() {
        assertThat(PolicyFile.read(FILE).getLast().name()).isEqualTo("default");
    }

    @Test
    void aFileWithoutADefaultIsRefused() throws IOException {
        var text = Files.readString(FILE);
        var cut = Files.writeString(folder.resolve("sla-policies.yml"), text.substring(0, text.indexOf("\ndefault:")));

        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> PolicyFile.read(cut))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(cut.toString());
                    assertThat(invalid.line()).isPositive();
                    assertThat(invalid.reason()).isEqualTo("'default' is missing");
                });
    }

    @Test
    void howLongASilentCustomerIsWaitedForMayStandInALine() {
        var misprint = Misprint.in(FILE, folder, "progress: {within: PT40H, on: unit}",
                "closes-after: {within: PT80H, on: customer}\n    progress: {within: PT40H, on: unit}");

        assertThat(PolicyFile.read(misprint.file())).filteredOn(line -> line.silence() != null).singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo("suggestion");
                    assertThat(line.silence()).isEqualTo(new Policies.Allowance(Duration.ofHours(80),
                            Policies.CalendarChoice.CUSTOMER));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            name: critical-gold | nmae: critical-gold | 0 | unknown key 'nmae'
              - name: critical\\n | - name: critical-gold\\n | 0 | the name 'critical-gold' is taken
            when: {level: gold, severity: critical} | when: {severity: critical} | 7 | line 'critical' never matches: line 'critical-gold' above matches all of it
            when: {level: gold, severity: major} | when: {level: gold, severity: big} | 0 | 'big' is none of
            when: {level: gold, severity: major} | when: {level: gold, weight: 3} | 0 | unknown key 'weight'
            progress: {within: PT40H, on: unit} | progress: {within: PT0S, on: unit} | 0 | a promise needs some time
            progress: {within: PT40H, on: unit} | progress: {within: PT8785H, on: unit} | 0 | a promise of more than 8784 hours is none
            progress: {within: PT40H, on: unit} | progress: {within: -PT40H, on: unit} | 0 | cannot be negative
            progress: {within: PT40H, on: unit} | progress: {within: P99999999D, on: unit} | 0 | more than ten years
            progress: {within: PT40H, on: unit} | progress: {within: PT40H, on: moon} | 0 | 'moon' is none of unit, customer, always
            progress: {within: PT40H, on: unit} | progress: {within: PT40H} | 0 | 'on' is missing
            progress: {within: PT40H, on: unit} | warning: 1.5\\n    progress: {within: PT40H, on: unit} | 0 | a share above 0
            progress: {within: PT40H, on: unit} | closes-after: {within: PT0S, on: unit}\\n    progress: {within: PT40H, on: unit} | 0 | a promise needs some time
            progress: {within: PT40H, on: unit} | pauses: [progress]\\n    progress: {within: PT40H, on: unit} | 0 | never pauses
                acknowledgement: {within: PT1H, on: customer} | "" | -2 | 'acknowledgement' is missing
            "default:\\n  name: default" | "default:\\n  when: {kind: fault}\\n  name: default" | 1 | unknown key 'when'
            "default:\\n  name: default" | "other:\\n  name: default" | 1 | unknown key 'other'
            lines: | <<: *here\\nlines: | 0 | no valid YAML
            """)
    void aMistakeIsNamedWithFileLineAndReason(String right, String wrong, int below, String reason) {
        var misprint = Misprint.in(FILE, folder, right, wrong);

        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> PolicyFile.read(misprint.file()))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(misprint.file().toString());
                    assertThat(invalid.line()).isEqualTo(misprint.line() + below);
                    assertThat(invalid.reason()).contains(reason);
                });
    }
}
