/**
 * The demonstration vendor, its cast and tickets, and its movable clock. Only under the profile demo.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Demonstration", allowedDependencies = {
        "calendar", "organisation", "customer", "ticket", "sla", "survey", "quality", "lessons", "appraisal",
        "report", "notifier", "security", "notifications", "schedule"})
package io.pledge.demo;
