/**
 * The engines inside: PostgreSQL and search. Only here is anything known of them.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Engines inside", allowedDependencies = {})
package io.pledge.embedded;
