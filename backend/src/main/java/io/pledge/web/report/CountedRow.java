package io.pledge.web.report;

/** One line of a table of counts: each number opens its list. */
record CountedRow(String name, Figure kept, Figure late, Figure overdue, Figure running, Figure moved,
        Figure unconfirmed, Figure share, boolean low) {}
