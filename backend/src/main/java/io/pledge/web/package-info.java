/**
 * The pages: portal for customers, desk for engineers, reports for managers, administration.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Pages", allowedDependencies = {
        "calendar", "organisation", "customer", "ticket", "sla", "survey", "quality", "lessons", "appraisal",
        "report", "notifier", "security", "notifications", "schedule"})
package io.pledge.web;
