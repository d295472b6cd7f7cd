package io.pledge.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files that are none, or that somebody means ill with. */
class ConfigFileTests {
    private static final String TEN = "[%1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s]";

    @TempDir
    private Path folder;

    @Test
    void aFolderInPlaceOfAFileIsNamed() throws IOException {
        refused(Files.createDirectory(folder.resolve("a.yml")), 0, "this is a folder");
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        refused(Files.write(folder.resolve("a.yml"), new byte[]{'a', ':', ' ', (byte) 0xff, (byte) 0xfe}), 0,
                "no text in UTF-8");
    }

    @Test
    void aHugeFileIsNotEvenRead() throws IOException {
        refused(Files.write(folder.resolve("a.yml"), new byte[(1 << 20) + 1]), 0, "larger than 1 MB");
    }

    @Test
    void anchorsThatMultiplyThemselvesAreRefused() throws IOException {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 9; level++) {
            bomb.append("a%d: &a%d %s%n".formatted(level, level, TEN.formatted("*a" + (level - 1))));
        }
        refused(Files.writeString(folder.resolve("a.yml"), bomb), 0, "aliases");
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() throws IOException {
        refused(Files.writeString(folder.resolve("a.yml"), "a: " + "[".repeat(100_000)), 0, "Nesting Depth");
    }

    @Test
    void anUnknownAnchorIsNamedWithItsLine() throws IOException {
        refused(Files.writeString(folder.resolve("a.yml"), "a: 1\nb: *nobody\n"), 2, "undefined alias nobody");
    }

    @Test
    void aMergedMappingIsAKeyThatNobodyKnows() throws IOException {
        var top = ConfigFile.read(Files.writeString(folder.resolve("a.yml"), "a: &a {b: 1}\nc:\n  <<: *a\n"));

        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> top.child("c").allow("b"))
                .withMessageContaining("unknown key '<<'");
    }

    private static void refused(Path file, int line, String reason) {
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> ConfigFile.read(file))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(file.toString());
                    assertThat(invalid.line()).isEqualTo(line);
                    assertThat(invalid.reason()).contains(reason);
                });
    }
}
