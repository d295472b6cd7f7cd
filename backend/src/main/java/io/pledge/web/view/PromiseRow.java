package io.pledge.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One promise in a list of them: what, by when or when it came, and its badge.
 *
 * @param name the promise in the reader's words, such as "Next word"
 * @param note its time, such as "by 16:30 today"
 * @param badge its state
 * @param href where it is explained; null for nowhere
 */
public record PromiseRow(String name, String note, PromiseBadge badge, @Nullable String href) {}
