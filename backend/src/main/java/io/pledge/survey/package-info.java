/**
 * Surveys after closing, their responses, and the recovery call after a low score.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Survey", allowedDependencies = {
        "calendar", "organisation", "customer", "ticket", "sla"})
package io.pledge.survey;
