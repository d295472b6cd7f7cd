package io.pledge.customer;

/** How far up somebody stands on the customer's side. Of a contact of whom nobody said so, it is {@link #OTHER}. */
public enum ContactLevel {
    EXECUTIVE, OPERATIONS_HEAD, OPERATIONS_ENGINEER, OTHER
}
