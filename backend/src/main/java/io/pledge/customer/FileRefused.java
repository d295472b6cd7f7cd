package io.pledge.customer;

/** A file that cannot be read as a sheet at all. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String what;

    FileRefused(Reason reason, Object what) {
        super(reason + ": " + what);
        this.reason = reason;
        this.what = String.valueOf(what);
    }

    /** Why. */
    public enum Reason {
        /** There is not a single character in it. */
        EMPTY,
        /** Larger than so many MB. */
        LARGE,
        /** More lines than so many. */
        MANY,
        /** A workbook and no text. */
        WORKBOOK,
        /** No text in UTF-8 or GB18030. */
        NO_TEXT,
        /** The header line names a column that the sheet does not have. */
        UNKNOWN_COLUMN,
        /** A column stands twice in the header line. */
        COLUMN_TWICE,
        /** A column that every line needs is not there. */
        COLUMN_MISSING,
        /** Nothing follows the header line. */
        HEADER_ONLY,
        /** From a line on, quotes do not fit together. */
        QUOTES
    }

    public Reason reason() {
        return reason;
    }

    /** What the reason is about: a name, a number or a line. */
    public String what() {
        return what;
    }
}
