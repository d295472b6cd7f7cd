package io.pledge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A folder of configuration of a test's own, in which files may be changed as an operator does. */
public final class OwnConfig {
    private OwnConfig() {}

    /** Puts the configuration that comes with Pledge into a folder, over whatever stands there. */
    public static void copyInto(Path folder) {
        try {
            FileSystemUtils.copyRecursively(Path.of("config"), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes something else in the place of what must stand in a file. */
    public static void edit(Path folder, String name, String right, String other) {
        try {
            var file = folder.resolve(name);
            var text = Files.readString(file);
            assertThat(text).contains(right);
            Files.writeString(file, text.replace(right, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
