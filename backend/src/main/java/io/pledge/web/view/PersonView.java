package io.pledge.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A person as pages show one.
 *
 * @param name what people call them
 * @param initial the letter or character in their circle
 * @param role what they are, in the reader's language; null where it does not matter
 */
public record PersonView(String name, String initial, @Nullable String role) {

    /** A person by name and role, with the first character of the name as initial. */
    public static PersonView of(String name, @Nullable String role) {
        return new PersonView(name, initialOf(name), role);
    }

    /** A person by name alone. */
    public static PersonView of(String name) {
        return of(name, null);
    }

    private static String initialOf(String name) {
        var stripped = name.strip();
        return stripped.isEmpty() ? "?" : Character.toString(Character.toUpperCase(stripped.codePointAt(0)));
    }
}
