/**
 * Visits on site, from the plan to the customer's signature: proposed, confirmed, moved, on site, done or cancelled. What happens away
 * from every connection is told later, once, with the time at which it happened.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Visit", allowedDependencies = {
        "organisation", "customer", "ticket", "sql"})
package io.pledge.visit;
