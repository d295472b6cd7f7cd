/**
 * Customers, their contacts, contracts, sites and equipment: entered by hand or as files, read by everybody who serves them.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Customer", allowedDependencies = {"organisation", "sql"})
package io.pledge.customer;
