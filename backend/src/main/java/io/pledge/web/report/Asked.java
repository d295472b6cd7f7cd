package io.pledge.web.report;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the address of a report or of one of its lists. Nothing of it is trusted: what makes no sense counts as not said.
 *
 * @param period {@code 7d}, {@code 30d}, {@code 90d}, {@code next} (the coming day) or {@code custom} with two dates
 * @param below key of the unit at the top of what is counted
 * @param unit key of the one unit that is counted
 * @param outcome of a list: what became of the promises
 * @param cause of a list: how the cases stood when the promises broke
 */
record Asked(@Nullable String period, @Nullable String from, @Nullable String to, @Nullable String below,
        @Nullable String unit, @Nullable String tier, @Nullable String kind, @Nullable String level,
        @Nullable String outcome, @Nullable String cause, @Nullable String after) {}
