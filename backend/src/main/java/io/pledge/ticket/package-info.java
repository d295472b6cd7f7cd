/**
 * The case: intake, status, messages, escalation, hold, resolution and the customer's answer. Owns the interfaces it
 * reacts to, so that it knows nothing of promises.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Ticket", allowedDependencies = {
        "organisation", "customer", "sql"})
package io.pledge.ticket;
