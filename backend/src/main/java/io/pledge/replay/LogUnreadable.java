package io.pledge.replay;

import java.nio.file.Path;

/** A log file that cannot be read, or has not the columns that the mapping names. */
final class LogUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnreadable(Path file, String reason) {
        super("%s: %s".formatted(file, reason));
    }
}
