package io.pledge.customer;

/** Which customer. */
public record CustomerId(long value) {}
