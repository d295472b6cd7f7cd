/**
 * Who must hear what: turns what happened into messages for the notifications module, in the reader's language.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Notifier", allowedDependencies = {"calendar", "config",
        "organisation", "customer", "ticket", "communication", "steps", "visit", "help", "incident", "sla", "survey",
        "quality", "lessons", "appraisal", "report", "notifications", "sql"})
package io.pledge.notifier;
