package io.pledge.web.view;

/**
 * A service unit as pages show one.
 *
 * @param name its name
 * @param letter the letter of its tier in the reader's language, {@code tier.<TIER>.letter} of the messages
 */
public record UnitView(String name, String letter) {}
