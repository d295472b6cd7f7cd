package io.pledge.customer;

import java.util.HashMap;
import java.util.Map;

/**
 * A row as its sheet has it.
 *
 * @param id its number in its table
 * @param version grows with every change
 * @param customer whose it is; of a customer itself
 * @param cells by name of the column; empty where there is nothing
 */
public record SheetRow(long id, int version, CustomerId customer, Map<String, String> cells) {

    public SheetRow {
        cells = Map.copyOf(cells);
    }

    /** What stands in a column, empty where there is nothing. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    public boolean retired() {
        return !cell("retired").isEmpty();
    }

    /** Whether the row is as somebody typed it. */
    boolean says(Map<String, String> typed) {
        Map<String, String> said = new HashMap<>();
        typed.forEach((column, text) -> said.put(column, text.strip()));
        said.values().removeIf(String::isEmpty);
        return said.equals(cells);
    }
}
