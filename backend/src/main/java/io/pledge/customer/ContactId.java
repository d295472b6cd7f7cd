package io.pledge.customer;

/** Which contact of a customer. */
public record ContactId(long value) {}
