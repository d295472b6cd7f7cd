/**
 * The pages: portal for customers, desk for engineers, reports for managers, administration.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Pages", allowedDependencies = {"calendar", "config",
        "organisation", "customer", "ticket", "communication", "steps", "visit", "help", "incident", "sla", "routine",
        "survey", "quality", "lessons", "appraisal", "report", "notifier", "security", "notifications", "schedule",
        "sql"})
package io.pledge.web;
