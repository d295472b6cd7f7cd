/**
 * Delivers messages: the outbox, the channels, and the confirmations that somebody owes. Knows nothing of tickets.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Notifications", allowedDependencies = {})
package io.pledge.notifications;
