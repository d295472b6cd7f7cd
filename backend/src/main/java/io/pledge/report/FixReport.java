package io.pledge.report;

import java.util.Map;

import io.pledge.ticket.Severity;

/** Problem reports and fixes of a period, as a whole and by severity; severities without any are absent. */
public record FixReport(FixCounts all, Map<Severity, FixCounts> bySeverity) {

    /** Those of a severity; none where there are none. */
    public FixCounts of(Severity severity) {
        return bySeverity.getOrDefault(severity, FixCounts.NONE);
    }
}
