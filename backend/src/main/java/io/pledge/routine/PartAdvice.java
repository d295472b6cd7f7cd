package io.pledge.routine;

/**
 * A spare part that a customer had better keep.
 *
 * @param product in whose equipment it failed
 * @param part as those called it who sent it
 * @param times how often it was sent for faults and repairs of this product, whoever owned it
 * @param fleet how many of the product are in service, everywhere
 * @param own how many of them are the customer's
 * @param keep how many the customer would need in a year, if theirs failed as often as all of them
 */
public record PartAdvice(String product, String part, int times, int fleet, int own, int keep) {}
