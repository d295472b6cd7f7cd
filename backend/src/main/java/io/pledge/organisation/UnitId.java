package io.pledge.organisation;

/** Which service unit. */
public record UnitId(long value) {}
