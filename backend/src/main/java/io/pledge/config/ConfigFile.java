package io.pledge.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file so that every value still knows its line. */
public final class ConfigFile {
    private ConfigFile() {}

    /**
     * The top of the file.
     *
     * @throws ConfigurationInvalid if the file is missing, unreadable, empty or no YAML
     */
    public static ConfigNode read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file, reader);
        } catch (NoSuchFileException e) {
            throw new ConfigurationInvalid(file, 0, "the file is missing");
        } catch (IOException e) {
            throw new ConfigurationInvalid(file, 0, "the file cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    /** The same from text that is already open; {@code file} is only the name that complaints give. */
    public static ConfigNode read(Path file, Reader reader) {
        try {
            Node top = new Yaml(new LoaderOptions()).compose(reader);
            if (top == null) {
                throw new ConfigurationInvalid(file, 0, "the file is empty");
            }
            return new ConfigNode(file, top);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new ConfigurationInvalid(file, line, "no valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new ConfigurationInvalid(file, 0, "no valid YAML: " + e.getMessage());
        }
    }
}
