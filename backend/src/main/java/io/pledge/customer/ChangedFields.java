package io.pledge.customer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import io.pledge.customer.DryRun.Change;

/** Reads what changed as the database holds it: by column an array of before and after, an empty one where neither is kept. */
final class ChangedFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangedFields() {}

    /** In the order of the sheet's columns. */
    static Map<String, Change> read(Sheet sheet, @Nullable String json) {
        Map<String, Change> fields = new LinkedHashMap<>();
        if (json != null) {
            JsonNode all = JSON.readTree(json);
            sheet.columns().stream().map(Column::name).filter(all::has)
                    .forEach(name -> fields.put(name, new Change(text(all.get(name), 0), text(all.get(name), 1))));
        }
        return fields;
    }

    private static @Nullable String text(JsonNode pair, int index) {
        JsonNode value = pair.get(index);
        return value == null || value.isNull() ? null : value.asString();
    }
}
