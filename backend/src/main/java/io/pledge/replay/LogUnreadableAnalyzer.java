package io.pledge.replay;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Stops a replay with one plain line instead of a stack trace. */
final class LogUnreadableAnalyzer extends AbstractFailureAnalyzer<LogUnreadable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LogUnreadable cause) {
        return new FailureAnalysis("The log cannot be replayed. " + cause.getMessage(),
                "Give a readable log by --pledge.replay, and its mapping by --pledge.replay.mapping.", cause);
    }
}
