package io.pledge.sla;

import java.io.StringReader;
import java.nio.file.Path;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigurationInvalid;

/** Policies that somebody thinks of putting in force: checked as the file is at the start, and in force nowhere. */
public final class PolicyDraft {
    private static final Path NAME = Path.of("sla-policies.yml");
    private static final long NO_VERSION = 0;

    private final Policies policies;

    private PolicyDraft(Policies policies) {
        this.policies = policies;
    }

    /**
     * Reads a draft.
     *
     * @param text as it would stand in {@code sla-policies.yml}
     * @throws ConfigurationInvalid where it does not make sense, with line and reason
     */
    public static PolicyDraft read(String text) {
        return new PolicyDraft(
                new Policies(NO_VERSION, PolicyFile.read(ConfigFile.read(NAME, new StringReader(text)))));
    }

    Policies policies() {
        return policies;
    }
}
