package io.pledge.web.report;

import org.jspecify.annotations.Nullable;

/**
 * A tier's share on a line from the lowest share shown to all of them; places in per cent of the line.
 *
 * @param share in words
 * @param low whether it is below the target
 * @param at where the share is; null where nothing came due
 * @param before where it was in the stretch before; null where nothing came due then
 * @param target where the target is
 */
record ShareLine(String name, String share, boolean low, String href, String note, @Nullable String at,
        @Nullable String before, String target) {}
