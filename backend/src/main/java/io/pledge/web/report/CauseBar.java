package io.pledge.web.report;

/**
 * How often a cause was behind a broken promise.
 *
 * @param width of its bar, in per cent
 * @param main whether it belongs to those that make up most
 * @param added this and all before it, as a share of all
 */
record CauseBar(String name, Figure count, String width, boolean main, String added) {}
