/**
 * Real event logs driven through the same verbs that the pages use, each event at its own time.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Replay", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sla", "survey", "quality", "lessons", "steps",
        "appraisal",
        "report", "notifier", "security", "notifications", "schedule", "sql"})
package io.pledge.replay;
