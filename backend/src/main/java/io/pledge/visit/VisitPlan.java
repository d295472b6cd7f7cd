package io.pledge.visit;

import io.pledge.organisation.PersonId;

/**
 * A visit to be.
 *
 * @param key chosen by the form; the same key twice is one visit
 * @param place where, in words
 * @param purpose what for, as the customer reads it
 */
public record VisitPlan(String key, PersonId engineer, Window window, String place, String purpose) {}
