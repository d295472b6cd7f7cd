/**
 * Help that one unit asks of another without giving the case away: asked, taken, answered or declined, and in time or not by an agreement
 * among units, which is no promise to a customer.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Help", allowedDependencies = {
        "organisation", "ticket", "sql"})
package io.pledge.help;
