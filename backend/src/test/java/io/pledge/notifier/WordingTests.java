package io.pledge.notifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigurationInvalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The operator's texts as they are delivered, and what the start says to slips in them. */
class WordingTests {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheDeliveredTexts() throws IOException {
        Files.createDirectory(folder.resolve("messages"));
        try (Stream<Path> files = Files.list(delivered())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("messages").resolve(file.getFileName()));
            }
        }
    }

    private static Path delivered() {
        var here = Path.of("config/messages");
        return Files.isDirectory(here) ? here : Path.of("..").resolve(here);
    }

    @Test
    void everyLetterIsThereInBothLanguages() {
        var wording = wording();
        for (var letter : Letter.values()) {
            var english = wording.write(letter, Locale.ENGLISH, Map.of("name", "Marta", "number", "PL-1"));
            var chinese = wording.write(letter, Locale.SIMPLIFIED_CHINESE, Map.of("name", "张敏", "number", "PL-1"));
            assertThat(english.body()).contains("Marta").doesNotContain("{");
            assertThat(chinese.body()).contains("张敏").doesNotContain("{").containsPattern("\\p{IsHan}{4}");
            assertThat(english.subject()).isNotEqualTo(chinese.subject()).contains("PL-1");
        }
    }

    @Test
    void bracesThatSomebodyWroteStayAsTheyAre() {
        var reply = wording().write(Letter.REPLY, Locale.ENGLISH, Map.of("text", "Set {name} to $1", "name", "Marta"));
        assertThat(reply.body()).contains("Set {name} to $1");
    }

    @Test
    void aMissingTextStopsTheStartAndIsNamed() throws IOException {
        edit("customer_zh_CN.properties", "missed.subject", "misssed.subject");
        assertThatThrownBy(this::wording).isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("customer_zh_CN.properties").hasMessageContaining("'missed.subject' is missing");
    }

    @Test
    void aMissingFileStopsTheStart() throws IOException {
        Files.delete(folder.resolve("messages/staff.properties"));
        assertThatThrownBy(this::wording).isInstanceOf(ConfigurationInvalid.class)
                .hasMessageEndingWith("staff.properties: it is missing");
    }

    @Test
    void somethingUnknownInBracesIsNamedWithItsLine() throws IOException {
        edit("customer.properties", "reply.subject={number}", "reply.subject={numbr}");
        assertThatThrownBy(this::wording).isInstanceOf(ConfigurationInvalid.class)
                .hasMessageMatching("(?s).*customer.properties:\\d+: .*\\{numbr}.*number.*");
    }

    @Test
    void aKeyThatNothingReadsIsRefused() throws IOException {
        edit("staff.properties", "ending=Pledge", "ending=Pledge\nfarewell=Bye");
        assertThatThrownBy(this::wording)
                .hasMessageMatching("(?s).*staff.properties:\\d+: nothing is called 'farewell'");
    }

    private Wording wording() {
        return new Wording(new ConfigFolder(folder.toString()));
    }

    private void edit(String name, String from, String to) throws IOException {
        var file = folder.resolve("messages").resolve(name);
        var before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }
}
