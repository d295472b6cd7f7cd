/**
 * Adjudication of complaints: valid or not, what caused it, who is responsible, and appeals against a ruling.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Quality", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sla", "sql"})
package io.pledge.quality;
