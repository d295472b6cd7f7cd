package io.pledge.visit;

/** Names a visit. */
public record VisitId(long value) {}
