/**
 * The demonstration vendor, its cast and tickets, and its movable clock. Only under the profile demo.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Demonstration", allowedDependencies = {"calendar",
        "config", "organisation", "customer", "ticket", "communication", "steps", "visit", "help", "incident", "sla",
        "routine", "survey", "quality", "lessons", "appraisal", "report", "notifier", "security", "notifications",
        "schedule", "sql"})
package io.pledge.demo;
