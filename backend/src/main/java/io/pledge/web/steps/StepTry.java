package io.pledge.web.steps;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A form of a step that came back, with everything that was typed.
 *
 * @param reopening whether it was the form that opens a step again
 * @param wrong what is wrong, in words, by field
 * @param whole what is wrong with it as a whole; null for nothing
 */
record StepTry(long step, boolean reopening, Map<String, String> typed, Map<String, String> wrong,
        @Nullable String whole) {
    /** Under which name the page is handed it. */
    static final String NAME = "stepTry";
    /** The field in which stands when a part left. */
    static final String AT = "at";
    static final String REASON = "reason";
}
