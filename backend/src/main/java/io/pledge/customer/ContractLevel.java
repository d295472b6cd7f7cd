package io.pledge.customer;

/** What was bought with the equipment, best first. A customer who is not identified has none. */
public enum ContractLevel {
    GOLD, SILVER, BASIC
}
