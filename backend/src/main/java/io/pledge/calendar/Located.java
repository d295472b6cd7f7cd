package io.pledge.calendar;

import java.util.List;
import java.util.Map;

/** A value in a YAML or JSON file that knows its line, so that what is wrong with it can be found. */
sealed interface Located {
    /** The line, counted from 1. */
    int line();

    /** A scalar as it was written; {@code null} and an empty value are the empty text. */
    record Text(int line, String value) implements Located {}

    /** A list. */
    record Items(int line, List<Located> values) implements Located {}

    /** An object, in the order of the file; the value of a key knows the key's line. */
    record Members(int line, Map<String, Located> values) implements Located {}
}
