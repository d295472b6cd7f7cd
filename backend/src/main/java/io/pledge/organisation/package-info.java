/**
 * Service units in three tiers, the people in them, their roles, and the scope of what each may see. The database rules: the first
 * start fills it from {@code organisation.yml}; after that an administrator changes it on a page, or takes a changed file over, which is
 * compared with what was taken over last and with what the page changed since. What vanishes is retired, never deleted.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Organisation", allowedDependencies = {"config", "sql"})
package io.pledge.organisation;
