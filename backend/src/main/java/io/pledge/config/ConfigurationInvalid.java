package io.pledge.config;

import java.nio.file.Path;

/** A configuration file says something that makes no sense. The message names file, line (from 1) and reason. */
public final class ConfigurationInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final int line;
    private final String reason;

    /** @param line the line counted from 1; 0 where the whole file is meant */
    public ConfigurationInvalid(Path file, int line, String reason) {
        super(line > 0 ? "%s:%d: %s".formatted(file, line, reason) : "%s: %s".formatted(file, reason));
        this.file = file.toString();
        this.line = line;
        this.reason = reason;
    }

    /** The file as the operator knows it, relative where the folder was given so. */
    public String file() {
        return file;
    }

    /** The line, counted from 1; 0 where the whole file is meant. */
    public int line() {
        return line;
    }

    /** What is wrong, without file and line. */
    public String reason() {
        return reason;
    }
}
