package io.pledge.web.canned;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.Misprint;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The operator's file of canned texts. */
class CannedTextFileTests {
    private static final Path FILE = Path.of("config/canned-texts.yml");

    @TempDir
    private Path folder;

    @Test
    void theFileThatComesWithTheHouseIsRead() {
        assertThat(CannedTextFile.read(FILE)).extracting(CannedText::key).contains("looking-into-it", "need-a-log");
        assertThat(CannedTextFile.read(FILE)).filteredOn(text -> text.isFor(TicketKind.SUGGESTION))
                .extracting(CannedText::key).contains("looking-into-it").doesNotContain("need-a-log");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            texts: | text: | 1 | unknown key 'text'
            key: need-a-log | key: looking-into-it | 0 | there are two texts 'looking-into-it'
            key: need-a-log | key: Need a log | 0 | a key is small letters
            kinds: [consultation, | kinds: [consultations, | 0 | 'consultations' is none of
            zh-CN: 正在处理 | de: In Arbeit | 0 | unknown key 'de'
                  zh-CN: 正在处理 | # nothing | -1 | 'zh-CN' is missing
            en: We are looking into it | en: "" | 0 | a text is expected here
            case {number} now | case {nummer} now | -1 | unknown variable {nummer}; known here: {customer} {number}
            """)
    void aMistakeIsNamedWithFileLineAndReason(String right, String wrong, int below, String reason) {
        var misprint = Misprint.in(FILE, folder, right, wrong);

        assertThatExceptionOfType(ConfigurationInvalid.class)
                .isThrownBy(() -> CannedTextFile.read(misprint.file()))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(misprint.file().toString());
                    assertThat(invalid.line()).isEqualTo(misprint.line() + below);
                    assertThat(invalid.reason()).contains(reason);
                });
    }
}
