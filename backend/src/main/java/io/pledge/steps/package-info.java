/**
 * Each kind of case has a short form and steps of its own, defined once as data in the operator's file: what is asked, what is done, by
 * whom, by when, after what, and what has to be done before the case may be resolved.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Steps", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sla", "sql"})
package io.pledge.steps;
