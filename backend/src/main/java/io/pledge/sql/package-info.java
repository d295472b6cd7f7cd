/**
 * Instants, nullable columns and JSON in and out of JDBC, which the PostgreSQL driver leaves to its users.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "SQL", allowedDependencies = {})
package io.pledge.sql;
