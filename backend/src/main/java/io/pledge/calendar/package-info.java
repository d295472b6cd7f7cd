/**
 * Business time: weekly hours, exceptions, breaks and holidays turned into answers to two short questions,
 * when is it due and how much time was spent. Pure Java, no framework.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Business time", allowedDependencies = {})
package io.pledge.calendar;
