/**
 * Who gets in: sign-in of the staff, which door opens to which role, and the scope of whoever is signed in. Also the language and the
 * zone in which somebody reads, since these follow from the same question.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Security", allowedDependencies = {
        "config", "organisation", "customer", "ticket", "sql"})
package io.pledge.security;
