/**
 * What was agreed with a contract about who on the customer's side hears of what, how, and from which severity on. Knows who they are;
 * writing to them is the notifier's.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Communication plan", allowedDependencies = {
        "organisation", "customer", "ticket", "sql"})
package io.pledge.communication;
