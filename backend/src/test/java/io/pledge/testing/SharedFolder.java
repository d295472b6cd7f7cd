package io.pledge.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

/** Test data that is not part of the project: under {@code PLEDGE_SHARED}, or beside the repository. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file of that folder; without it the test is skipped and says so. */
    public static Path require(String name) {
        String folder = Optional.ofNullable(System.getenv("PLEDGE_SHARED")).orElse("../shared");
        Path file = Path.of(folder, name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file.toAbsolutePath().normalize()
                + " is absent; set PLEDGE_SHARED to the folder that has " + name);
        return file;
    }
}
