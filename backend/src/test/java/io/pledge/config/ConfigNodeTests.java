package io.pledge.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an operator reads who made a mistake. */
class ConfigNodeTests {
    private static final Path FILE = Path.of("config/some.yml");

    private enum Level {
        VERY_GOOD, BAD
    }

    @Test
    void valuesAreReadByTheirKind() {
        ConfigNode node = read(
                "after: PT4H\nzone: Europe/Berlin\nlevel: very-good\nnothing:\nlist: [a, b]\nonly: false\nshare: 0.75\n");

        assertThat(node.duration("after")).isEqualTo(Duration.ofHours(4));
        assertThat(node.zone("zone")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(node.oneOf("level", Level.class)).isEqualTo(Level.VERY_GOOD);
        assertThat(node.optional("nothing")).isEmpty();
        assertThat(node.list("list")).extracting(ConfigNode::text).containsExactly("a", "b");
        assertThat(node.flag("only", true)).isFalse();
        assertThat(node.flag("absent", true)).isTrue();
        assertThat(node.number("share")).isEqualTo(0.75);
        assertThat(node.keys()).containsExactly("after", "zone", "level", "nothing", "list", "only", "share");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                                                                  after: 4h             | config/some.yml:2: a duration such as PT4H or PT30M is expected, not '4h'
                                                                  after: -PT4H          | config/some.yml:2: a duration cannot be negative
                                                                  zone: Europe/Entenhausen | config/some.yml:2: 'Europe/Entenhausen' is no time zone such as Europe/Berlin
                                                                  zone: '+02:00'        | config/some.yml:2: '+02:00' is no time zone such as Europe/Berlin
                                                                  level: good           | config/some.yml:2: 'good' is none of very-good, bad
                                                                  level: []             | config/some.yml:2: a text is expected here
                                                                  count: two            | config/some.yml:2: a whole number is expected, not 'two'
                                                                  on: perhaps           | config/some.yml:2: true or false is expected, not 'perhaps'
                                                                  date: 2026-02-30      | config/some.yml:2: a date such as 2026-11-24 is expected, not '2026-02-30'
                                                                  list: one             | config/some.yml:2: a list is expected here
                                                                  """)
    void aWrongValueIsNamedWithItsLine(String line, String complaint) {
        String key = line.substring(0, line.indexOf(':'));
        Consumer<ConfigNode> question = switch (key) {
            case "after" -> node -> node.duration(key);
            case "zone" -> node -> node.zone(key);
            case "level" -> node -> node.oneOf(key, Level.class);
            case "count" -> node -> node.integer(key);
            case "on" -> node -> node.flag(key, false);
            case "date" -> node -> node.date(key);
            default -> node -> node.list(key);
        };

        refused("# a comment\n" + line + "\n", question, complaint);
    }

    @Test
    void aMissingKeyIsNamedWithTheLineOfItsParent() {
        refused("a: 1\nb:\n  c: 2\n", node -> node.child("b").text("d"), "config/some.yml:3: 'd' is missing");
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused("a: 1\nbb: 2\n", node -> node.allow("a", "b"), "config/some.yml:2: unknown key 'bb'; known here: a, b");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        refused("a: 1\na: 2\n", node -> node.text("a"), "config/some.yml:2: 'a' is given twice");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> read("a: 1\nb: [1, 2\nc: 3\n"))
                .satisfies(complaint -> assertThat(complaint.line()).isBetween(2, 3));
    }

    @Test
    void anEmptyOrMissingFileIsNamed() {
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> read("# only a comment\n"))
                .withMessage("config/some.yml: the file is empty");
        assertThatExceptionOfType(ConfigurationInvalid.class)
                .isThrownBy(() -> ConfigFile.read(Path.of("config/absent.yml")))
                .withMessage("config/absent.yml: the file is missing");
    }

    @Test
    void theStartStopsWithTheComplaintInPlainWords() {
        FailureAnalysis analysis = new ConfigurationInvalidAnalyzer()
                .analyze(new IllegalStateException(new ConfigurationInvalid(FILE, 12, "no sense")));

        assertThat(analysis.getDescription()).isEqualTo("config/some.yml:12: no sense");
        assertThat(analysis.getAction()).contains("config/some.yml");
    }

    private static void refused(String text, Consumer<ConfigNode> question, String complaint) {
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> question.accept(read(text)))
                .withMessage(complaint);
    }

    private static ConfigNode read(String text) {
        return ConfigFile.read(FILE, new StringReader(text));
    }
}
