/**
 * Read models: promises kept and broken, satisfaction, workload. Every figure opens the list it counts.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Report", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sla", "survey", "quality", "help", "lessons",
        "sql"})
package io.pledge.report;
