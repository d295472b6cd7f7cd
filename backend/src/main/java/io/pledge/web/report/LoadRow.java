package io.pledge.web.report;

/** What a unit has on its desk; each number opens its list. */
record LoadRow(String name, Figure open, Figure untaken, Figure onHold, Figure resolved, Figure overdue) {}
