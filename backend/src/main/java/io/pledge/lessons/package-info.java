/**
 * Cause, remedy and prevention of past cases, published, indexed and found again beside the next similar case.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Case library", allowedDependencies = {
        "config", "organisation", "customer", "ticket", "sql"})
package io.pledge.lessons;
