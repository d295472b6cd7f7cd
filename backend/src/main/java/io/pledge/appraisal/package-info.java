/**
 * Scorecards of people and units over a period, each figure with its evidence.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Appraisal", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sla", "survey", "quality", "lessons", "sql"})
package io.pledge.appraisal;
