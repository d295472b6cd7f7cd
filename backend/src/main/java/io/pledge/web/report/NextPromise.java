package io.pledge.web.report;

import io.pledge.web.view.PromiseBadge;

/** A promise that comes due next. */
record NextPromise(String time, String day, String name, String note, String href, PromiseBadge badge) {}
