package io.pledge.ticket;

/** How badly it hurts the customer, in the customer's own judgement; sets how fast the vendor must answer. */
public enum Severity {
    CRITICAL, MAJOR, MINOR
}
