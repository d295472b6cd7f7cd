package io.pledge.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Stops the start with one plain line instead of a stack trace. */
final class ConfigurationInvalidAnalyzer extends AbstractFailureAnalyzer<ConfigurationInvalid> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationInvalid cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct " + cause.file() + " and start again.", cause);
    }
}
