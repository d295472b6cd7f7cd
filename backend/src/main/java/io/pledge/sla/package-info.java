/**
 * Policies, targets, the promise ledger and the watch that finds what is due.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Promises", allowedDependencies = {
        "calendar", "config", "organisation", "customer", "ticket", "sql"})
package io.pledge.sla;
