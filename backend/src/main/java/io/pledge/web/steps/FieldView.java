package io.pledge.web.steps;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.Option;

/**
 * A field to fill in.
 *
 * @param id within the page
 * @param name under which it is sent
 * @param type what stands there: text, date, file, area or select
 * @param value what was typed, or is proposed
 * @param wrong what is wrong with it; null for nothing
 * @param options what may be chosen; the first of a select is nothing
 */
public record FieldView(String id, String name, String type, String label, @Nullable String hint, boolean required,
        String value, @Nullable String wrong, List<Option> options) {

    /** Whether several lines may be written. */
    public boolean isArea() {
        return type.equals("area");
    }

    public boolean isSelect() {
        return type.equals("select");
    }

    public boolean isFile() {
        return type.equals("file");
    }
}
