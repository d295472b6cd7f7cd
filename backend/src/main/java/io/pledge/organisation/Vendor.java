package io.pledge.organisation;

/**
 * Whose service organisation this is, as customers know it: at the head of every page and under every message.
 *
 * @param name the vendor's name, not empty
 */
public record Vendor(String name) {}
