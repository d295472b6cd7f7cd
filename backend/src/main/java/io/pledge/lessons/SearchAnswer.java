package io.pledge.lessons;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of what a search found.
 *
 * @param total how many there are in all
 * @param next where the next page begins; null on the last
 */
public record SearchAnswer(long total, List<Found> found, @Nullable String next) {}
