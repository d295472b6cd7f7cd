/**
 * Real event logs driven through the same verbs that the pages use, each event at its own time.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Replay", allowedDependencies = {
        "calendar", "organisation", "customer", "ticket", "sla", "survey", "quality", "lessons", "appraisal",
        "report", "notifier", "security", "notifications", "schedule"})
package io.pledge.replay;
