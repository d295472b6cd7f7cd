/**
 * Sign-in, roles, and the scope of whoever is signed in; private links of customers.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Security", allowedDependencies = {
        "config", "organisation", "customer", "ticket", "sql"})
package io.pledge.security;
