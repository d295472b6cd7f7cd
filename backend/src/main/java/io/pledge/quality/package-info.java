/**
 * Adjudication of complaints: valid or not, what caused it, who is responsible, and appeals against a ruling.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Quality", allowedDependencies = {
        "calendar", "organisation", "customer", "ticket", "sla"})
package io.pledge.quality;
