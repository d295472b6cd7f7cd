package io.pledge.web.report;

import org.jspecify.annotations.Nullable;

/**
 * A number that opens its list.
 *
 * @param note what it was before, or what it means; null for none
 */
record Figure(String words, String href, @Nullable String note) {}
