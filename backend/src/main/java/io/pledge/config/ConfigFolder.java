package io.pledge.config;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder of the operator's files: property {@code pledge.config-dir}, by default {@code config} where Pledge was started. */
@Component
public final class ConfigFolder {
    private final Path folder;

    public ConfigFolder(@Value("${pledge.config-dir:config}") String folder) {
        this.folder = Path.of(folder).normalize();
    }

    /** The path of a file (or folder) in it, whether it exists or not; {@code name} may have slashes. */
    public Path file(String name) {
        return folder.resolve(name);
    }
}
