package io.pledge.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why an engine did not start and what to do, in place of a stack trace. */
final class EngineFailureAnalyzer extends AbstractFailureAnalyzer<EngineCannotStart> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EngineCannotStart cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
