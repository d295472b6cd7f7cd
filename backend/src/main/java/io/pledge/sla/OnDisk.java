package io.pledge.sla;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.config.ConfigurationInvalid;

/** How the files on the disk of a node stand to what is in force. */
public sealed interface OnDisk {

    /** They are in force. */
    record Same() implements OnDisk {}

    /**
     * Something else is in force.
     *
     * @param fingerprint tells what lies there, beside what is in force, from anything else
     * @param changes by name
     */
    record Different(String fingerprint, List<Change> changes) implements OnDisk {}

    /**
     * They make no sense and cannot be put into force.
     *
     * @param line the line counted from 1; 0 where the whole file is meant
     */
    record Refused(String file, int line, String reason) implements OnDisk {
        static Refused because(ConfigurationInvalid invalid) {
            return new Refused(invalid.file(), invalid.line(), invalid.reason());
        }
    }

    /**
     * A text that is other than in force.
     *
     * @param name as of a {@link PolicyVersions.Version}
     * @param body as it would be kept; null where the file is gone
     */
    record Change(String name, Kind kind, @Nullable String body) {}

    /** What happened to a file. */
    enum Kind {
        ADDED, CHANGED, GONE
    }
}
