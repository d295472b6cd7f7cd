/**
 * Service units in three tiers, the people in them, their roles, and the scope of what each may see. The operator keeps them in
 * {@code organisation.yml}; every start brings the database in line with it, and retires, never deletes, what vanished from it.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Organisation", allowedDependencies = {"config"})
package io.pledge.organisation;
