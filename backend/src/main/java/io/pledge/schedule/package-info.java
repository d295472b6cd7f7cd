/**
 * Every recurring job, in one visible place. Each calls one sweep and nothing else.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Schedule", allowedDependencies = {"calendar", "config",
        "organisation", "customer", "ticket", "steps", "visit", "help", "incident", "sla", "routine", "survey",
        "quality", "lessons", "appraisal", "report", "notifier", "notifications", "sql"})
package io.pledge.schedule;
