package io.pledge.web.view;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The dark panel with the one large time of a page.
 *
 * @param label what the time is for, such as "You will hear from us by"
 * @param at the moment itself
 * @param time the large words, such as "16:30"
 * @param worded whether the large words are more than a time and need to be smaller
 * @param day the day in words
 * @param zone the zone in words
 * @param rail how far it is; null for none
 */
public record Plate(
        String label, Instant at, String time, boolean worded, String day, String zone, @Nullable Rail rail) {}
