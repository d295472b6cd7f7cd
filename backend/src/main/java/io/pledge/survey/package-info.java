/**
 * Surveys after closing, their responses, and the recovery call after a low score.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Survey", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sla", "sql"})
package io.pledge.survey;
