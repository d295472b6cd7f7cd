package io.pledge.customer;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What importing a file would do now.
 *
 * @param charset how it was read
 * @param separator what separates its values
 * @param added how many rows would be new, bad lines left out here and below
 * @param changed how many would change
 * @param unchanged how many are there as the file says
 * @param badLines on how many lines something is wrong; with a single one nothing is imported
 * @param bad everything that is wrong, by line
 * @param differences what would change, by line, so many as were asked for
 * @param seen says in short what would happen, to be handed back with the consent
 */
public record DryRun(String charset, char separator, int added, int changed, int unchanged, int badLines,
        List<BadCell> bad, List<Difference> differences, String seen) {

    /**
     * A line of the file about a row that is there and would change.
     *
     * @param name what the row is called
     * @param fields by column what stands there before and after
     */
    public record Difference(int line, String name, Map<String, Change> fields) {}

    /** Null where nothing stands. */
    public record Change(@Nullable String before, @Nullable String after) {}

    public boolean isImportable() {
        return badLines == 0;
    }
}
