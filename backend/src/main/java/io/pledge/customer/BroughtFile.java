package io.pledge.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought for an import.
 *
 * @param name what they called it
 * @param importedAt null while it is not imported
 * @param added how many rows the import made; 0 before
 * @param changed how many it changed
 * @param unchanged how many were there already
 */
public record BroughtFile(UUID id, Sheet sheet, String name, Instant broughtAt, @Nullable Instant importedAt, int added,
        int changed, int unchanged) {}
