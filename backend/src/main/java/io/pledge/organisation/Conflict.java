package io.pledge.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What stands against taking a file over until one side gives in.
 *
 * @param name what people call the unit or person
 * @param attribute the field that was changed
 * @param page what the page made of it; null where it was retired there
 * @param file what the file says; null where it has it no longer
 */
public record Conflict(Subject subject, String name, Attribute attribute, @Nullable String page,
        @Nullable String file) {}
