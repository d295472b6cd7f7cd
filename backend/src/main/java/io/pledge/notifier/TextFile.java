package io.pledge.notifier;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import io.pledge.config.ConfigurationInvalid;

/** One of the operator's files of texts, checked when it is read. */
final class TextFile {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final Path path;
    private final List<String> lines;
    private final Properties texts = new Properties();

    private TextFile(Path path, String content) throws IOException {
        this.path = path;
        this.lines = content.lines().toList();
        texts.load(new StringReader(content));
    }

    /** @throws ConfigurationInvalid where it is not there or cannot be read as UTF-8 */
    static TextFile read(Path path) {
        try {
            return new TextFile(path, Files.readString(path));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigurationInvalid(path, 0,
                    Files.exists(path) ? "it cannot be read: " + unreadable.getMessage() : "it is missing");
        }
    }

    /**
     * A text of the file.
     *
     * @param names what may stand in braces in it
     * @throws ConfigurationInvalid where it is missing or empty, or something else stands in braces
     */
    String text(String key, Set<String> names) {
        var text = Optional.ofNullable(texts.getProperty(key)).map(String::strip).filter(t -> !t.isEmpty())
                .orElseThrow(() -> new ConfigurationInvalid(path, line(key), "the text '" + key + "' is missing"));
        BRACES.matcher(text).results().map(found -> found.group(1)).filter(name -> !names.contains(name)).findFirst()
                .ifPresent(unknown -> {
                    throw new ConfigurationInvalid(path, line(key), "'" + key + "' asks for {" + unknown
                            + "}, which it cannot have; it may have " + names.stream().sorted().toList());
                });
        return text;
    }

    /** Refuses keys that nothing reads: a slip of the pen in a key would otherwise go unnoticed. */
    void allowOnly(Set<String> keys) {
        texts.stringPropertyNames().stream().filter(key -> !keys.contains(key)).sorted().findFirst()
                .ifPresent(unknown -> {
                    throw new ConfigurationInvalid(path, line(unknown), "nothing is called '" + unknown + "'");
                });
    }

    /** Where the key stands, counted from 1; 0 where it does not. */
    private int line(String key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("\\s*" + Pattern.quote(key) + "\\s*[=:].*")) {
                return i + 1;
            }
        }
        return 0;
    }
}
