/**
 * Major incidents: one parent for many customers' cases. Each case keeps its own promises; one message goes to all of them, and each
 * customer is asked separately whether it is solved.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Major incident", allowedDependencies = {
        "organisation", "customer", "ticket", "sla", "sql"})
package io.pledge.incident;
