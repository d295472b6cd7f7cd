package io.pledge.customer;

/** Which site of a customer. */
public record SiteId(long value) {}
