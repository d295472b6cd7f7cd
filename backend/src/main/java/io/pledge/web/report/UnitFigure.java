package io.pledge.web.report;

/** A unit's share and its weeks. */
record UnitFigure(String name, String share, boolean low, String href, String note, Spark spark) {}
