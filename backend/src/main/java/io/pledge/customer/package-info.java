/**
 * Customers, their contacts, contracts, sites and equipment.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Customer", allowedDependencies = {"organisation"})
package io.pledge.customer;
