/**
 * Service units in three tiers, the people in them, their roles, and the scope of what each may see.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Organisation", allowedDependencies = {})
package io.pledge.organisation;
