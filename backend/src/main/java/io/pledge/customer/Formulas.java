package io.pledge.customer;

import java.util.regex.Pattern;

/**
 * Values that a spreadsheet would take for a formula, such as a phone number with its plus: written with an apostrophe before them, which
 * goes again when they are read. A value that has apostrophes there by itself gets one more, so that each comes back as it was.
 */
public final class Formulas {
    private static final Pattern STARTS_A_FORMULA = Pattern.compile("'*[=+@＝＋＠－\\t\\r-].*", Pattern.DOTALL);

    private Formulas() {}

    /** As it stands in a file. */
    public static String written(String value) {
        return STARTS_A_FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    /** What a file says. */
    static String read(String written) {
        return written.startsWith("'") && STARTS_A_FORMULA.matcher(written).matches() ? written.substring(1) : written;
    }
}
