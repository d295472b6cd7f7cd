package io.pledge.ticket;

/**
 * What an engineer says who resolves a case.
 *
 * @param cause why it happened
 * @param remedy what was done about it
 * @param prevention what keeps it from happening again
 * @param message the words to the customer
 */
public record Solution(String cause, String remedy, String prevention, String message) {}
