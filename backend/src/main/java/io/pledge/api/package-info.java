/**
 * JSON for the same verbs that the pages use; problems as RFC 9457 problem details.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "API", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sla", "survey", "quality", "lessons", "steps",
        "appraisal",
        "report", "notifier", "security", "notifications", "sql"})
package io.pledge.api;
