/**
 * Routine service owed under contracts: each makes its case when it comes near, with a promise like any other. And which spare parts a
 * customer had better keep, from what failed in equipment like theirs.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Routine service", allowedDependencies = {
        "organisation", "customer", "ticket", "sla", "sql"})
package io.pledge.routine;
