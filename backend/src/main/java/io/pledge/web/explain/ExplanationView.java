package io.pledge.web.explain;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.Plate;
import io.pledge.web.view.PromiseBadge;

/**
 * An explanation in the reader's words.
 *
 * @param name the kind of the promise
 * @param plate its time; null while it has none
 * @param made what was promised, when and how long
 * @param because which line of the policies fitted, and why; null where a person named the time
 * @param rows what counted and what did not, in order
 * @param result where that leads
 * @param corrections what was learned only later and changed how it came out
 */
public record ExplanationView(String name, PromiseBadge badge, @Nullable Plate plate, String made,
        @Nullable String because, List<Row> rows, String result, List<String> corrections) {

    /**
     * One stretch of time.
     *
     * @param tone counted, left (left out), change (other terms from here), or more (several stretches in one row)
     * @param length how much working time that was
     * @param sum counted so far; empty where nothing was
     */
    public record Row(String tone, String when, String what, String length, String sum) {}
}
