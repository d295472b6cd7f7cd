package io.pledge.organisation;

/** Which person of the staff. */
public record PersonId(long value) {}
