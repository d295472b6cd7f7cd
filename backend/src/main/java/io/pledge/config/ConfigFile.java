package io.pledge.config;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
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
    /** Somebody writes these files by hand. */
    private static final long LARGEST = 1 << 20;

    private ConfigFile() {}

    /**
     * The top of the file.
     *
     * @throws ConfigurationInvalid if the file is missing, unreadable, too large, empty or no YAML
     */
    public static ConfigNode read(Path file) {
        return read(file, new StringReader(text(file)));
    }

    /**
     * The whole file as it was written, for whoever keeps it beside what it says.
     *
     * @throws ConfigurationInvalid if the file is missing, unreadable or too large
     */
    public static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new ConfigurationInvalid(file, 0, "this is a folder, not a file");
            }
            if (Files.size(file) > LARGEST) {
                throw new ConfigurationInvalid(file, 0, "the file is larger than %d MB".formatted(LARGEST >> 20));
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationInvalid(file, 0, "the file is missing");
        } catch (CharacterCodingException e) {
            throw new ConfigurationInvalid(file, 0, "the file is no text in UTF-8");
        } catch (IOException e) {
            throw new ConfigurationInvalid(file, 0, "the file cannot be read: " + e.getMessage());
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
