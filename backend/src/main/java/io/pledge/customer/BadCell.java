package io.pledge.customer;

import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be taken.
 *
 * @param line the line of the file it stands on, counted from 1; of a form always 1
 * @param column null where the whole line is meant
 * @param value what stands there, shortened; empty where nothing does
 * @param number what the reason counts: the other line, how many values are expected, how long a value may be; else 0
 */
public record BadCell(int line, @Nullable String column, Problem problem, String value, int number) {
    private static final int SHOWN = 80;

    public BadCell {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    /** What is wrong. */
    public enum Problem {
        /** Nothing stands where something must. */
        MISSING,
        /** Longer than {@code number} characters. */
        LONG,
        /** No key: letters, digits, dots, dashes and underscores. */
        KEY, ZONE, LANGUAGE, LEVEL, CONTACT_LEVEL, DATE, EMAIL, PHONE,
        /** Neither yes nor no. */
        RETIRED,
        /** The line has not {@code number} values as the header line has. */
        WIDTH,
        /** The same row stands on line {@code number}. */
        TWICE,
        /** Another row is called so. */
        TAKEN,
        /** No customer has that key. */
        CUSTOMER,
        /** The customer has no site of that name. */
        SITE,
        /** The site is retired. */
        CLOSED,
        /** Equipment stands at the site. */
        OCCUPIED,
        /** No unit at work has that key. */
        UNIT,
        /** No account manager at work signs in by that name. */
        MANAGER, CALENDAR,
        /** The last day lies before the first. */
        ORDER,
        /** The customer has no contract of that number. */
        CONTRACT,
        /** No time of whole days, weeks, months or years, at most ten years. */
        INTERVAL,
        /** No number of days, at most 366. */
        DAYS
    }
}
