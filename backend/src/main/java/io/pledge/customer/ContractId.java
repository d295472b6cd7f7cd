package io.pledge.customer;

/** Which contract of a customer. */
public record ContractId(long value) {}
